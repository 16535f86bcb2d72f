//! JSON as people review it: what fits on a line stands on one line.

use serde_json::Value;

/// The longest line, but for a text that is longer by itself.
const WIDTH: usize = 100;

/// The value with its indentation, ending in a line feed.
pub fn pretty(value: &Value) -> String {
    let mut out = String::new();
    write(value, 0, 0, &mut out);
    out.push('\n');
    out
}

/// `used` is what already stands on the line behind the indentation.
fn write(value: &Value, indent: usize, used: usize, out: &mut String) {
    let line = one_line(value);
    // One more for the comma behind it.
    if indent + used + line.len() < WIDTH {
        out.push_str(&line);
        return;
    }
    let inner = indent + 2;
    let pad = " ".repeat(inner);
    match value {
        Value::Array(items) if !items.is_empty() => {
            out.push('[');
            for (nth, item) in items.iter().enumerate() {
                out.push_str(if nth > 0 { ",\n" } else { "\n" });
                out.push_str(&pad);
                write(item, inner, 0, out);
            }
            out.push_str(&format!("\n{}]", " ".repeat(indent)));
        }
        Value::Object(fields) if !fields.is_empty() => {
            out.push('{');
            for (nth, (name, field)) in fields.iter().enumerate() {
                out.push_str(if nth > 0 { ",\n" } else { "\n" });
                let name = format!("{}: ", Value::from(name.as_str()));
                out.push_str(&pad);
                out.push_str(&name);
                write(field, inner, name.len(), out);
            }
            out.push_str(&format!("\n{}}}", " ".repeat(indent)));
        }
        _ => out.push_str(&line),
    }
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
