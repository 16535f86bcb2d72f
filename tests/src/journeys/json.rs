//! JSON as people review it: what fits on a line stands on one line.

use serde_json::Value;

/// The longest line, but for a text that is longer by itself.
const WIDTH: usize = 100;

/// The value with its indentation, ending in a line feed.
pub fn pretty(value: &Value) -> String {
    laid_out(value, 0, 0) + "\n"
}

/// `used` is what already stands on the line behind the indentation.
fn laid_out(value: &Value, indent: usize, used: usize) -> String {
    let line = one_line(value);
    let inner = indent + 2;
    // One more for the comma behind it.
    let fits = indent + used + line.len() < WIDTH;
    let (open, parts, close): (_, Vec<String>, _) = match value {
        Value::Array(items) if !fits && !items.is_empty() => {
            ('[', items.iter().map(|item| laid_out(item, inner, 0)).collect(), ']')
        }
        Value::Object(fields) if !fits && !fields.is_empty() => {
            let field = |(name, field): (&String, &Value)| {
                let name = format!("{}: ", Value::from(name.as_str()));
                let field = laid_out(field, inner, name.len());
                name + &field
            };
            ('{', fields.iter().map(field).collect(), '}')
        }
        _ => return line,
    };
    let (begin, end) = (" ".repeat(inner), " ".repeat(indent));
    let parts = parts.join(&format!(",\n{begin}"));
    format!("{open}\n{begin}{parts}\n{end}{close}")
}

fn one_line(value: &Value) -> String {
    match value {
        Value::Array(items) => {
            let items: Vec<String> = items.iter().map(one_line).collect();
            format!("[{}]", items.join(", "))
        }
        Value::Object(fields) => {
            let field = |(name, field): (&String, &Value)| {
                format!("{}: {}", Value::from(name.as_str()), one_line(field))
            };
            let fields: Vec<String> = fields.iter().map(field).collect();
            format!("{{{}}}", fields.join(", "))
        }
        leaf => leaf.to_string(),
    }
}
