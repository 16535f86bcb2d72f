//! Somebody who has the file and no key.

use rusqlite::params;

use super::*;
use crate::vault::VaultError::Damaged;

fn three_notes() -> Home {
    let (home, mut vault) = Home::new();
    for note in 1..=3 {
        record(&mut vault, &[create(id(note), &[note])], NOON + i64::from(note));
    }
    home
}

fn rows(home: &Home) -> Vec<(i64, Vec<u8>)> {
    let conn = home.as_database();
    let mut select = conn.prepare("SELECT id, sealed FROM row").expect("the table is there");
    let rows = select.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).expect("rows");
    rows.collect::<Result<_, _>>().expect("rows")
}

fn set(home: &Home, (row, sealed): &(i64, Vec<u8>)) {
    let conn = home.as_database();
    conn.execute("UPDATE row SET sealed = ?2 WHERE id = ?1", params![row, sealed]).expect("a row");
}

#[test]
fn a_row_that_is_dropped_is_noticed() {
    let home = three_notes();
    for (row, _) in rows(&home).into_iter().step_by(205) {
        let (copy, was) = (std::fs::read(&home.path).expect("ours"), row);
        home.as_database().execute("DELETE FROM row WHERE id = ?1", [was]).expect("a row");
        assert!(matches!(home.try_open(), Err(Damaged { .. })), "row {row}");
        std::fs::write(&home.path, copy).expect("ours");
    }
    home.open();
}

#[test]
fn rows_that_change_places_are_noticed() {
    let home = three_notes();
    let rows = rows(&home);
    set(&home, &(rows[1].0, rows[2].1.clone()));
    set(&home, &(rows[2].0, rows[1].1.clone()));
    assert!(matches!(home.try_open(), Err(Damaged { what: "a sealed row" })));
}

#[test]
fn a_row_that_is_put_back_as_it_was_is_noticed() {
    let (home, mut vault) = Home::new();
    record(&mut vault, &[create(id(1), b"one")], NOON);
    drop(vault);
    let before = rows(&home);
    let (mut vault, _) = home.open();
    record(&mut vault, &[edit(id(1), b"changed")], NOON + 1);
    drop(vault);
    let after = rows(&home);
    let changed: Vec<_> = before.iter().zip(&after).filter(|(old, new)| old != new).collect();
    assert_eq!(changed.len(), 2, "the manifest and the new version");
    for (old, new) in &changed {
        set(&home, old);
        assert!(matches!(home.try_open(), Err(Damaged { .. })));
        set(&home, new);
    }
    for (old, _) in &changed {
        set(&home, old);
    }
    let (vault, versions) = home.open();
    assert_eq!(bodies(versions), ["one"], "a whole older file is a vault");
    assert_eq!(vault.generation(), 1, "and can be told by its generation");
}

#[test]
fn a_row_more_or_a_row_of_another_vault_is_noticed() {
    let home = three_notes();
    let foreign = rows(&three_notes());
    let conn = home.as_database();
    conn.execute("INSERT INTO row VALUES (?1, ?2)", params![foreign[5].0, foreign[5].1])
        .expect("room");
    drop(conn);
    assert!(matches!(home.try_open(), Err(Damaged { .. })));
}

#[test]
fn a_value_of_another_type_or_length_is_refused_before_it_is_read() {
    for value in ["'text'", "12", "zeroblob(0)", "zeroblob(553)", "zeroblob(3000000)"] {
        for row in [0, 1] {
            let home = three_notes();
            let rows = rows(&home);
            let update = format!("UPDATE row SET sealed = {value} WHERE id = {}", rows[row].0);
            home.as_database().execute_batch(&update).expect("a row");
            assert!(matches!(home.try_open(), Err(Damaged { .. })), "{value} in row {row}");
        }
    }
}

#[test]
fn anything_but_our_two_tables_is_refused() {
    for foreign in [
        "CREATE TRIGGER t AFTER UPDATE ON row BEGIN DELETE FROM slot; END",
        "CREATE VIEW v AS SELECT * FROM row",
        "CREATE INDEX i ON row(sealed)",
        "CREATE TABLE other(x)",
        "ALTER TABLE row ADD COLUMN other",
    ] {
        let home = three_notes();
        home.as_database().execute_batch(foreign).expect("SQLite allows it");
        let before = std::fs::read(&home.path).expect("ours");
        assert_eq!(home.try_open().map(|_| ()), Err(VaultError::ForeignObjects), "{foreign}");
        assert_eq!(std::fs::read(&home.path).expect("ours"), before, "{foreign}");
    }
}
