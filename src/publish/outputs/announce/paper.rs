//! The questionnaire on paper: every question of a form with boxes and lines to write on.

use serde::Serialize;

use super::words;
use crate::diagnostic::MessageLanguage;
use crate::form::{Form, FormField, FormSubject, Input, Shape};

/// Most words that are printed as boxes; of more, one writes the word.
const MAX_BOXES: usize = 16;
/// Most boxes of a field that few announcements need.
const MAX_EXTRA_BOXES: usize = 6;
/// Most details of a field that are printed, each with a short line.
const MAX_DETAILS: usize = 6;

/// Fields that nobody writes on paper: the editors put what was answered into easy words.
const NOT_ON_PAPER: [&str; 1] = ["facile"];

/// A questionnaire.
#[derive(Debug, Default, Serialize)]
pub(super) struct Questionnaire {
    /// What every announcement of the kind must say.
    needed: Vec<Question>,
    /// What it may say too.
    more: Vec<Question>,
    /// Name of the free text, and what to write there.
    body: &'static str,
    body_question: &'static str,
}

/// A question, and the room for its answer.
#[derive(Debug, Serialize)]
struct Question {
    label: String,
    question: Option<String>,
    /// Answers in place of a value, each with a box.
    instead: Vec<&'static str>,
    #[serde(flatten)]
    room: Room,
}

/// Room for an answer.
#[derive(Debug, Default, Serialize)]
struct Room {
    /// Words, each with a box.
    boxes: Vec<String>,
    /// Names of details, each with a short line.
    details: Vec<String>,
    /// Lines across the sheet, as positions for the template to repeat.
    lines: Vec<usize>,
}

/// Lays out a form as a questionnaire.
pub(super) fn questionnaire(form: Form, subject: FormSubject, language: MessageLanguage) -> Questionnaire {
    let body_question = match subject {
        FormSubject::Announcement(_) => words::body_question,
        FormSubject::Organisation => words::REGISTRATION_BODY_QUESTION,
    };
    let answers = [words::yes, words::no, words::agree].map(|word| word.in_language(language));
    let mut sheet = Questionnaire {
        body: words::body.in_language(language),
        body_question: body_question.in_language(language),
        ..Questionnaire::default()
    };
    for group in form.groups {
        let is_needed = group.name == "needed";
        let on_paper = group.fields.into_iter().filter(|field| !NOT_ON_PAPER.contains(&field.key.as_str()));
        let questions = on_paper.map(|field| {
            let none = field.none.map(|_| words::answer_none.in_language(language));
            let unknown = field.unknown.map(|_| words::answer_unknown.in_language(language));
            let mut room = Room::of(&field.shape, answers);
            if !is_needed {
                room = room.shortened();
            }
            Question {
                question: field.question.filter(|_| is_needed),
                label: field.label,
                instead: none.into_iter().chain(unknown).collect(),
                room,
            }
        });
        if is_needed { sheet.needed.extend(questions) } else { sheet.more.extend(questions) }
    }
    sheet
}

impl Room {
    /// Room for a value of a shape; `answers` are the words for yes, for no, and for what is accepted.
    fn of(shape: &Shape, answers: [&str; 3]) -> Self {
        let [yes, no, agree] = answers;
        match shape {
            Shape::Text { input: Input::Long, .. } => Self::lines(2),
            Shape::Text { .. } => Self::lines(1),
            Shape::Words { options } if options.len() > MAX_BOXES => Self::lines(1),
            Shape::Words { .. } => Self { boxes: labels(shape), ..Self::default() },
            Shape::Agreement { .. } => Self { boxes: vec![agree.to_owned()], ..Self::default() },
            Shape::YesNo => Self { boxes: vec![yes.to_owned(), no.to_owned()], ..Self::default() },
            Shape::Group { fields } | Shape::Organisation { fields } => Self::details(fields.iter()),
            Shape::List { of, .. } => match Self::of(of, answers) {
                room if !room.details.is_empty() => Self { lines: vec![0, 1], ..room },
                room if room.boxes.is_empty() => Self::lines(2),
                room => room,
            },
            Shape::Choice { of } => {
                let boxes = of.iter().map(|one| labels(&one.shape)).find(|labels| !labels.is_empty());
                let rooms = of.iter().map(|one| match &one.shape {
                    // A detail that has the words of the boxes needs no line of its own.
                    Shape::Group { fields } => {
                        Self::details(fields.iter().filter(|field| Some(labels(&field.shape)) != boxes))
                    }
                    shape => Self::of(shape, answers),
                });
                rooms.fold(Self::default(), Self::or)
            }
        }
    }

    fn lines(count: usize) -> Self {
        Self { lines: (0..count).collect(), ..Self::default() }
    }

    fn details<'f>(fields: impl Iterator<Item = &'f FormField>) -> Self {
        Self { details: fields.take(MAX_DETAILS).map(|field| field.label.clone()).collect(), ..Self::default() }
    }

    /// Room for either of two notations: whoever writes on paper needs no more than the words of one and some lines.
    fn or(mut self, other: Self) -> Self {
        if self.boxes.is_empty() {
            self.boxes = other.boxes;
        }
        if self.details.is_empty() {
            self.details = other.details;
        }
        if self.lines.len() < other.lines.len() {
            self.lines = other.lines;
        }
        self
    }

    /// Room for an answer that few announcements have: a few boxes, or one line.
    fn shortened(mut self) -> Self {
        if self.boxes.len() > MAX_EXTRA_BOXES {
            self.boxes.clear();
        }
        self.details.clear();
        if self.boxes.is_empty() { Self::lines(1) } else { Self { lines: Vec::new(), ..self } }
    }
}

/// Labels of the words among which one chooses; none of another shape.
fn labels(shape: &Shape) -> Vec<String> {
    match shape {
        Shape::Words { options } => options.iter().map(|option| option.label.clone()).collect(),
        _ => Vec::new(),
    }
}
