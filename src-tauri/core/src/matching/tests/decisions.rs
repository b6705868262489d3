//! What was decided is done to everything found under a name, can be taken back, and is remembered.

use super::*;
use crate::register::usage;

fn taken(name: &str, product: i64) -> Taken {
    Taken {
        name: name.to_owned(),
        product,
    }
}

#[test]
fn names_are_grouped_and_counted_as_they_are_compared() {
    let (_folder, mut vault) = vault();
    let (one, two) = (computer(&mut vault, "PC-1"), computer(&mut vault, "PC-2"));
    found(&mut vault, "Navicat Premium 17", one);
    found(&mut vault, "ＮＡＶＩＣＡＴ premium  17", two);
    let counted = Record::new()
        .with(usage::FOUND_AS, "navicat premium 17".to_owned())
        .with(usage::STARTS, now().date_naive())
        .with(usage::ENDS, now().date_naive())
        .with(usage::AMOUNT, 7);
    put(&mut vault, &usage::REGISTER, counted);
    let seen = names(&vault);
    assert_eq!(seen.len(), 1);
    assert_eq!(
        (seen[0].installs, seen[0].devices, seen[0].counted),
        (2, 2, 7)
    );
    assert_eq!(count(vault.connection()).unwrap(), 1);
}

#[test]
fn a_name_taken_for_a_product_is_another_name_of_it_and_can_be_taken_back() {
    let (_folder, mut vault) = vault();
    let acad = product(&mut vault, "AutoCAD", "2026");
    let pc = computer(&mut vault, "PC-1");
    let first = found(&mut vault, "Autodesk ACAD 26", pc);
    found(&mut vault, "Other thing", pc);
    let before = everything(&vault);
    let (linked, operation) = write(&mut vault, |tx| {
        accept(tx, &[taken("autodesk acad  26", acad)], &mut |_, _| true)
    });
    assert_eq!(linked, 1);
    let record = read(&vault, &deployment::REGISTER, first);
    assert_eq!(record.get(deployment::PRODUCT), Some(RowId(acad)));
    let kept = read(&vault, &product::REGISTER, acad);
    assert_eq!(
        kept.get(product::ALIASES).as_deref(),
        Some("autodesk acad  26")
    );
    assert_eq!(names(&vault).len(), 1, "the other still waits");
    vault
        .undo(operation, &Operation::new("undo", now()))
        .unwrap();
    assert_eq!(everything(&vault), before);
}

#[test]
fn many_names_are_taken_at_once_and_a_stop_leaves_nothing_behind() {
    let (_folder, mut vault) = vault();
    let acad = product(&mut vault, "AutoCAD", "2026");
    let visio = product(&mut vault, "Visio", "");
    let pc = computer(&mut vault, "PC-1");
    for name in ["ACAD 1", "ACAD 2", "Visio X"] {
        found(&mut vault, name, pc);
    }
    let all = [
        taken("ACAD 1", acad),
        taken("ACAD 2", acad),
        taken("Visio X", visio),
    ];
    let stopped = vault.write(&Operation::new("edit", now()), |tx| {
        accept(tx, &all, &mut |_, _| false)
    });
    assert!(stopped.unwrap_err().is("cancelled"));
    assert_eq!(names(&vault).len(), 3);
    write(&mut vault, |tx| accept(tx, &all, &mut |_, _| true));
    assert!(names(&vault).is_empty());
    let kept = read(&vault, &product::REGISTER, acad);
    assert_eq!(
        kept.get(product::ALIASES).as_deref(),
        Some("ACAD 1\nACAD 2")
    );
    let again = vault.write(&Operation::new("edit", now()), |tx| {
        accept(tx, &all, &mut |_, _| true)
    });
    assert!(again.unwrap_err().is("name_settled"));
}

#[test]
fn a_new_product_takes_what_was_found() {
    let (_folder, mut vault) = vault();
    let pc = computer(&mut vault, "PC-1");
    let id = found(&mut vault, "Navicat Premium 17 (x64)", pc);
    let record = Record::new().with(
        product::NAME,
        crate::register::Pair::by_script("Navicat Premium"),
    );
    let (made, operation) = write(&mut vault, |tx| {
        make(
            tx,
            &["Navicat Premium 17 (x64)".to_owned()],
            record,
            &mut |_, _| true,
        )
    });
    assert_eq!(
        read(&vault, &deployment::REGISTER, id).get(deployment::PRODUCT),
        Some(RowId(made))
    );
    let aliases = read(&vault, &product::REGISTER, made).get(product::ALIASES);
    assert_eq!(aliases.as_deref(), Some("Navicat Premium 17 (x64)"));
    vault
        .undo(operation, &Operation::new("undo", now()))
        .unwrap();
    assert_eq!(names(&vault).len(), 1);
}

#[test]
fn what_needs_no_license_is_set_aside_and_kept_in_the_list() {
    let (_folder, mut vault) = vault();
    let pc = computer(&mut vault, "PC-1");
    let id = found(&mut vault, "Intel(R) Graphics Driver", pc);
    let before = everything(&vault);
    let aside = |name: &str| SetAside {
        name: name.to_owned(),
        class: "driver".to_owned(),
        reason: "驱动".to_owned(),
    };
    let all = [
        aside("Intel(R) Graphics Driver"),
        aside("intel(r) graphics driver"),
    ];
    let (count, operation) = write(&mut vault, |tx| leave_aside(tx, &all, &mut |_, _| true));
    assert_eq!(count, 1);
    let record = read(&vault, &deployment::REGISTER, id);
    assert_eq!(record.get(deployment::LICENSABLE), Some(false));
    assert_eq!(record.get(deployment::REASON).as_deref(), Some("驱动"));
    let kept = read(&vault, &ignored_name::REGISTER, 1);
    assert_eq!(kept.get(ignored_name::CLASS).as_deref(), Some("driver"));
    assert_eq!(
        kept.get(ignored_name::PUBLISHER).as_deref(),
        Some("Somebody Inc.")
    );
    assert!(names(&vault).is_empty());
    vault
        .undo(operation, &Operation::new("undo", now()))
        .unwrap();
    assert_eq!(everything(&vault), before);
}

#[test]
fn the_next_import_does_what_was_decided() {
    let (_folder, mut vault) = vault();
    let acad = product(&mut vault, "AutoCAD", "2026");
    let publisher = Record::new().with(product::PUBLISHER, "Autodesk".to_owned());
    write(&mut vault, |tx| {
        tx.update(&product::REGISTER, acad, publisher)
    });
    let scan = |device: &str| {
        format!(
            "AssetName,softwareName,softwareVersion,SoftwarePublisher,OSname,Lastseen\n\
             {device},Autodesk ACAD 26,25.1,Autodesk,Win 11,2026-11-20\n\
             {device},Some Driver,1.0,Intel,Win 11,2026-11-20\n"
        )
    };
    let import = |vault: &mut Vault, device: &str| {
        crate::intake::tests::import(vault, "s.csv", scan(device).as_bytes(), None).counts
    };
    import(&mut vault, "PC-1");
    assert_eq!(names(&vault).len(), 2);
    write(&mut vault, |tx| {
        accept(tx, &[taken("Autodesk ACAD 26", acad)], &mut |_, _| true)
    });
    let aside = SetAside {
        name: "Some Driver".to_owned(),
        class: "driver".to_owned(),
        reason: "Driver".to_owned(),
    };
    write(&mut vault, |tx| leave_aside(tx, &[aside], &mut |_, _| true));

    let again = import(&mut vault, "PC-1");
    assert_eq!((again.create, again.update, again.unchanged), (0, 0, 2));
    assert_eq!(import(&mut vault, "PC-2").create, 2);
    assert!(
        names(&vault).is_empty(),
        "nothing waits: the second computer linked by itself"
    );
    let linked = read(&vault, &deployment::REGISTER, 3);
    assert_eq!(linked.get(deployment::PRODUCT), Some(RowId(acad)));
    assert_eq!(
        read(&vault, &deployment::REGISTER, 4).get(deployment::LICENSABLE),
        Some(false)
    );
}
