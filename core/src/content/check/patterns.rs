//! Walking through a message: what it takes, what it calls, and all the ways it can read.

use std::collections::BTreeSet;

use fluent_syntax::ast::{CallArguments, Expression, InlineExpression, Pattern, PatternElement};

use crate::content::files::line_at;

/// Ways to read one message that are looked at; more can only come from nested selectors.
const MOST_READINGS: usize = 256;

/// What a message needs from outside itself.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Needs<'p> {
    pub(super) arguments: BTreeSet<&'p str>,
    pub(super) messages: BTreeSet<&'p str>,
    pub(super) functions: BTreeSet<&'p str>,
}

/// Where a piece of a file stands in it.
pub(super) fn line_of(source: &str, piece: &str) -> u32 {
    let offset = (piece.as_ptr() as usize).saturating_sub(source.as_ptr() as usize);
    line_at(source, offset)
}

impl<'p> Needs<'p> {
    pub(super) fn of(pattern: &'p Pattern<&'p str>) -> Self {
        let mut needs = Self::default();
        needs.pattern(pattern);
        needs
    }

    fn pattern(&mut self, pattern: &'p Pattern<&'p str>) {
        for element in &pattern.elements {
            if let PatternElement::Placeable { expression } = element {
                self.expression(expression);
            }
        }
    }

    fn expression(&mut self, expression: &'p Expression<&'p str>) {
        match expression {
            Expression::Inline(inline) => self.inline(inline),
            Expression::Select { selector, variants } => {
                self.inline(selector);
                for variant in variants {
                    self.pattern(&variant.value);
                }
            }
        }
    }

    fn inline(&mut self, inline: &'p InlineExpression<&'p str>) {
        match inline {
            InlineExpression::VariableReference { id } => {
                self.arguments.insert(id.name);
            }
            InlineExpression::MessageReference { id, .. } => {
                self.messages.insert(id.name);
            }
            InlineExpression::FunctionReference { id, arguments } => {
                self.functions.insert(id.name);
                self.call(arguments);
            }
            InlineExpression::TermReference { id, arguments, .. } => {
                // Terms are not offered: a message says the same and can be checked.
                self.messages.insert(id.name);
                if let Some(arguments) = arguments {
                    self.call(arguments);
                }
            }
            InlineExpression::Placeable { expression } => self.expression(expression),
            InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
        }
    }

    fn call(&mut self, arguments: &'p CallArguments<&'p str>) {
        for argument in &arguments.positional {
            self.inline(argument);
        }
        for argument in &arguments.named {
            self.inline(&argument.value);
        }
    }
}

/// All the ways a message can read, each placeable as one word.
pub(super) fn readings(pattern: &Pattern<&str>) -> Vec<String> {
    let mut readings = vec![String::new()];
    for element in &pattern.elements {
        let pieces = match element {
            PatternElement::TextElement { value } => vec![(*value).to_owned()],
            PatternElement::Placeable { expression } => pieces(expression),
        };
        readings = readings
            .iter()
            .flat_map(|start| pieces.iter().map(move |piece| format!("{start}{piece}")))
            .take(MOST_READINGS)
            .collect();
    }
    readings
}

fn pieces(expression: &Expression<&str>) -> Vec<String> {
    match expression {
        Expression::Select { variants, .. } => {
            variants.iter().flat_map(|variant| readings(&variant.value)).collect()
        }
        Expression::Inline(InlineExpression::Placeable { expression }) => pieces(expression),
        Expression::Inline(InlineExpression::StringLiteral { value }) => {
            vec![(*value).to_owned()]
        }
        Expression::Inline(_) => vec!["X".to_owned()],
    }
}
