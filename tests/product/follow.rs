//! How a reader is offered the channel and the calendars.

use crate::support::{bacheca, findings, read_tree, real_site, small_board, write};

const CHANNEL: &str = "https://whatsapp.com/channel/0029VaRwiL19RZAQ08WqG03N";
/// Every language of the board, as the folder of its pages, with the name of the button.
const LANGUAGES: [(&str, &str); 11] = [
    ("", "Segui su WhatsApp"),
    ("en/", "Follow on WhatsApp"),
    ("fr/", "Suivre sur WhatsApp"),
    ("es/", "Síguenos en WhatsApp"),
    ("ar/", "تابعنا على واتساب"),
    ("bn/", "WhatsApp-এ ফলো করুন"),
    ("uk/", "Стежте у WhatsApp"),
    ("ur/", "واٹس ایپ پر فالو کریں"),
    ("fa/", "در واتساپ دنبال کنید"),
    ("ru/", "Следите в WhatsApp"),
    ("zh/", "在 WhatsApp 上关注"),
];

/// The part of a page that is its own.
fn main_part(site: &std::path::Path, path: &str) -> String {
    let page = std::fs::read_to_string(site.join(path).join("index.html")).unwrap();
    page.split_once("<main").unwrap().1.split_once("</main>").unwrap().0.to_owned()
}

/// Position of a text in a page.
#[track_caller]
fn position(page: &str, text: &str) -> usize {
    page.find(text).unwrap_or_else(|| panic!("no {text:?} in {page}"))
}

#[test]
fn channel_comes_first_then_calendars_then_data() {
    for (language, button) in LANGUAGES {
        let page = main_part(real_site(), &format!("{language}segui/"));
        let webcal = format!("href=\"webcal://bacheca-roma.example.org/{language}");
        let order = [
            position(&page, CHANNEL),
            position(&page, button),
            position(&page, &format!("{webcal}eventi.ics\"")),
            position(&page, &format!("{webcal}scadenze.ics\"")),
            position(&page, "<details class=\"prose follow\"><summary>"),
            position(&page, &format!("{language}feed.xml")),
            position(&page, "dati/opportunita.json"),
        ];
        assert!(order.is_sorted(), "{language}: {order:?}");
    }
}

#[test]
fn home_offers_channel_after_third_card_or_before_what_is_always_there() {
    for (language, button) in LANGUAGES {
        let page = main_part(real_site(), language);
        assert_eq!(page.matches(CHANNEL).count(), 1, "{language}");
        let before = &page[..position(&page, button)];
        // The third card would be one of those that are always there.
        let after = &page[before.len()..];
        assert_eq!(before.matches("<li class=\"card ").count(), 2, "{language}");
        assert!(position(after, "class=\"cards compact\"") < position(after, "<li class=\"card "), "{language}");
    }
}

#[test]
fn closed_items_offer_channel_and_open_ones_do_not() {
    let closed = main_part(real_site(), "o/accoglienza-e-lavoro/");
    assert!(position(&closed, CHANNEL) > position(&closed, "<section class=\"instead\">"));
    // The script shows it when the item closes.
    let open = main_part(real_site(), "bn/o/italiano-a2-casilina/");
    let hidden = position(&open, "<section class=\"instead\" hidden>");
    assert!((hidden..hidden + open[hidden..].find("</section>").unwrap()).contains(&position(&open, CHANNEL)));
    assert_eq!(open.matches(CHANNEL).count(), 1);
}

#[test]
fn board_without_channel_offers_none() {
    let board = small_board();
    let config = std::fs::read_to_string(board.path().join("site.toml")).unwrap();
    let without: Vec<&str> = config.lines().filter(|line| !line.starts_with("canale")).collect();
    assert!(without.len() < config.lines().count(), "{config}");
    write(&board.path().join("site.toml"), without.join("\n"));
    bacheca(board.path(), &["build", "--skip", "poster,card,print,search"]).expect_code(0);
    let site = read_tree(&board.path().join("public"));
    for (path, bytes) in site.iter().filter(|(path, _)| path.ends_with(".html") && !path.starts_with("redazione/")) {
        let page = String::from_utf8_lossy(bytes);
        assert!(
            !["whatsapp.com/channel", "class=\"channel\"", "<li></li>"].iter().any(|part| page.contains(part)),
            "{path}"
        );
    }
    let page = main_part(&board.path().join("public"), "segui/");
    assert!(position(&page, "webcal:") < position(&page, "<details"));
}

#[test]
fn other_services_have_their_own_name_steps_and_poster() {
    let board = small_board();
    let file = board.path().join("site.toml");
    let config = std::fs::read_to_string(&file).unwrap();
    let channel = config.lines().find(|line| line.starts_with("canale")).unwrap();
    let config = config.replace(channel, "canale = \"https://t.me/borgo\"");
    let more = "[[canali]]\nnome = \"WeChat\"\nindirizzo = \"SpazioBorgo\"\nlingua = \"ar\"\nqr = \"wechat.png\"\npassi = {it = [\"Tocca la lente\"]}\n";
    write(&file, format!("{config}\n{more}"));
    let rules: Vec<String> = findings(board.path()).iter().map(|found| found["rule"].to_string()).collect();
    assert_eq!(rules, ["\"channel-picture-missing\""]);
    let code = image::GrayImage::from_pixel(200, 200, image::Luma([0]));
    std::fs::create_dir_all(board.path().join("static")).unwrap();
    code.save(board.path().join("static/wechat.png")).unwrap();
    bacheca(board.path(), &["build", "--skip", "poster,card,search"]).expect_code(0);
    let site = board.path().join("public");
    let pages = read_tree(&site);
    for (path, bytes) in pages.iter().filter(|(path, _)| path.ends_with(".html")) {
        // A key without a text would be shown by its name.
        let page = String::from_utf8_lossy(bytes);
        assert!(!page.contains("channel_named"), "{path}");
    }
    let page = main_part(&site, "segui/");
    let order = [
        "https://t.me/borgo",
        "Segui su Telegram",
        "si apre Telegram",
        "Canale WeChat",
        "In WeChat cerca SpazioBorgo.",
    ];
    let order = order.map(|text| position(&page, text));
    assert!(order.is_sorted() && page.contains("<li>Tocca la lente</li>") && !page.contains("WhatsApp"), "{page}");
    assert!(page.contains("src=\"../wechat.png\""));
    // Who reads the language of a channel's posts is offered it first.
    let arabic = main_part(&site, "ar/segui/");
    assert!(position(&arabic, "WeChat") < position(&arabic, "Telegram"));
    for poster in ["stampa/canale.pdf", "stampa/canale-2.pdf"] {
        assert!(pages.contains_key(poster), "{poster}");
    }
    let invitation = bacheca(board.path(), &["post", "--invitation"]).expect_code(0).out;
    assert!(
        invitation.contains("https://t.me/borgo") && invitation.contains("Canale WeChat (arabo): SpazioBorgo"),
        "{invitation}"
    );
}
