//! What is read of a GeoJSON file: names and coordinates, in little more memory than the coordinates need.

use std::collections::BTreeMap;
use std::fmt;

use serde::de::{Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, de};

use super::{Position, Ring};

/// Most features that are kept: a city has some dozens of districts, each of a few features.
pub(super) const MAX_FEATURES: usize = 5_000;

/// The whole file.
#[derive(Deserialize)]
pub(super) struct FeatureCollection {
    /// Features, one more than [`MAX_FEATURES`] if there are too many.
    #[serde(deserialize_with = "read_features")]
    pub(super) features: Vec<Feature>,
}

/// A shape with its properties.
#[derive(Deserialize)]
pub(super) struct Feature {
    #[serde(default)]
    properties: Option<BTreeMap<String, Property>>,
    #[serde(default)]
    geometry: Option<Geometry>,
}

/// Text of a property; `None` if it is something else.
struct Property(Option<String>);

#[derive(Deserialize)]
struct Geometry {
    #[serde(default, rename = "type")]
    kind: Option<String>,
    #[serde(default)]
    coordinates: Coordinates,
}

/// Coordinates of any geometry: their type may be written after them.
#[derive(Default)]
enum Coordinates {
    Number(f64),
    /// Longitude and latitude; a height is left out.
    Position(Position),
    List(Vec<Coordinates>),
    /// Nothing that GeoJSON knows.
    #[default]
    Unknown,
}

impl Feature {
    /// Text of a property.
    pub(super) fn text(&self, property: &str) -> Option<&str> {
        self.properties.as_ref()?.get(property)?.0.as_deref()
    }

    /// Rings of its area; `None` if it is none.
    pub(super) fn into_area(self) -> Option<Vec<Ring>> {
        let geometry = self.geometry?;
        let polygons = match geometry.kind?.as_str() {
            "Polygon" => vec![geometry.coordinates],
            "MultiPolygon" => geometry.coordinates.into_list()?,
            _ => return None,
        };
        let mut rings = Vec::new();
        for polygon in polygons {
            for ring in polygon.into_list()? {
                rings.push(read_ring(ring)?);
            }
        }
        (!rings.is_empty()).then_some(rings)
    }
}

impl Coordinates {
    fn into_list(self) -> Option<Vec<Self>> {
        if let Self::List(list) = self { Some(list) } else { None }
    }

    fn into_position(self) -> Option<Position> {
        match self {
            Self::Position([longitude, latitude]) if longitude.abs() <= 180.0 && latitude.abs() <= 90.0 => {
                Some([longitude, latitude])
            }
            _ => None,
        }
    }
}

/// A ring of four positions or more, of which the first is the last (RFC 7946, 3.1.6).
fn read_ring(coordinates: Coordinates) -> Option<Ring> {
    let ring: Ring = coordinates.into_list()?.into_iter().map(Coordinates::into_position).collect::<Option<_>>()?;
    (ring.len() >= 4 && ring.first() == ring.last()).then_some(ring)
}

fn read_features<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Feature>, D::Error> {
    struct Features;

    impl<'de> Visitor<'de> for Features {
        type Value = Vec<Feature>;

        fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
            formatter.write_str("a list of features")
        }

        fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Self::Value, A::Error> {
            let mut features = Vec::new();
            while features.len() <= MAX_FEATURES {
                let Some(feature) = seq.next_element()? else { return Ok(features) };
                features.push(feature);
            }
            skip_rest(seq)?;
            Ok(features)
        }
    }

    deserializer.deserialize_seq(Features)
}

fn skip_rest<'de, A: SeqAccess<'de>>(mut seq: A) -> Result<(), A::Error> {
    while seq.next_element::<IgnoredAny>()?.is_some() {}
    Ok(())
}

fn skip_entries<'de, A: MapAccess<'de>>(mut map: A) -> Result<(), A::Error> {
    while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
    Ok(())
}

impl<'de> Deserialize<'de> for Property {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Text;

        impl<'de> Visitor<'de> for Text {
            type Value = Property;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("a value")
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Property, E> {
                Ok(Property(Some(text.to_owned())))
            }

            fn visit_bool<E: de::Error>(self, _: bool) -> Result<Property, E> {
                Ok(Property(None))
            }

            fn visit_i64<E: de::Error>(self, _: i64) -> Result<Property, E> {
                Ok(Property(None))
            }

            fn visit_u64<E: de::Error>(self, _: u64) -> Result<Property, E> {
                Ok(Property(None))
            }

            fn visit_f64<E: de::Error>(self, _: f64) -> Result<Property, E> {
                Ok(Property(None))
            }

            fn visit_unit<E: de::Error>(self) -> Result<Property, E> {
                Ok(Property(None))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<Property, A::Error> {
                skip_rest(seq).map(|()| Property(None))
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Property, A::Error> {
                skip_entries(map).map(|()| Property(None))
            }
        }

        deserializer.deserialize_any(Text)
    }
}

impl<'de> Deserialize<'de> for Coordinates {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Nested;

        impl<'de> Visitor<'de> for Nested {
            type Value = Coordinates;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("coordinates")
            }

            fn visit_f64<E: de::Error>(self, number: f64) -> Result<Coordinates, E> {
                Ok(Coordinates::Number(number))
            }

            #[expect(clippy::cast_precision_loss, reason = "degrees are at most 180")]
            fn visit_i64<E: de::Error>(self, number: i64) -> Result<Coordinates, E> {
                Ok(Coordinates::Number(number as f64))
            }

            #[expect(clippy::cast_precision_loss, reason = "degrees are at most 180")]
            fn visit_u64<E: de::Error>(self, number: u64) -> Result<Coordinates, E> {
                Ok(Coordinates::Number(number as f64))
            }

            fn visit_bool<E: de::Error>(self, _: bool) -> Result<Coordinates, E> {
                Ok(Coordinates::Unknown)
            }

            fn visit_str<E: de::Error>(self, _: &str) -> Result<Coordinates, E> {
                Ok(Coordinates::Unknown)
            }

            fn visit_unit<E: de::Error>(self) -> Result<Coordinates, E> {
                Ok(Coordinates::Unknown)
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Coordinates, A::Error> {
                let Some(first) = seq.next_element()? else { return Ok(Coordinates::List(Vec::new())) };
                if let Coordinates::Number(longitude) = first {
                    let Some(second) = seq.next_element()? else { return Ok(Coordinates::Unknown) };
                    skip_rest(seq)?;
                    return Ok(match second {
                        Coordinates::Number(latitude) => Coordinates::Position([longitude, latitude]),
                        _ => Coordinates::Unknown,
                    });
                }
                let mut list = vec![first];
                while let Some(next) = seq.next_element()? {
                    list.push(next);
                }
                Ok(Coordinates::List(list))
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Coordinates, A::Error> {
                skip_entries(map).map(|()| Coordinates::Unknown)
            }
        }

        deserializer.deserialize_any(Nested)
    }
}
