//! Where a vault may lie: the local data folder unless she chooses, with a warning for folders that other programs copy.

use std::fs;
use std::path::{Component, Path, PathBuf};

use serde::Serialize;
use ts_rs::TS;

/// Ending of a vault's folder.
pub const ENDING: &str = "sealbook";
const LONGEST_NAME: usize = 60;

/// A place proposed for a vault. The page holds the token and shows the rest.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Place {
    /// What the page gives back.
    pub token: u32,
    /// The path, for reading.
    pub display: String,
    /// Code of a warning: `error-<code>` in Fluent.
    pub warning: Option<&'static str>,
}

/// A folder for a vault of this name under `parent` that does not exist yet.
pub fn free(parent: &Path, name: &str) -> PathBuf {
    let name = plain_name(name);
    (1..)
        .map(|number| match number {
            1 => parent.join(format!("{name}.{ENDING}")),
            _ => parent.join(format!("{name} {number}.{ENDING}")),
        })
        .find(|path| !path.exists())
        .unwrap_or_else(|| parent.join(format!("{name}.{ENDING}")))
}

/// A name every file system takes.
pub fn plain_name(name: &str) -> String {
    let kept: String = name
        .chars()
        .map(|c| {
            if c.is_control() || r#"<>:"/\|?*"#.contains(c) {
                ' '
            } else {
                c
            }
        })
        .take(LONGEST_NAME)
        .collect();
    let name = kept.split_whitespace().collect::<Vec<_>>().join(" ");
    let name = name.trim_matches(['.', ' ']);
    let stem = name
        .split('.')
        .next()
        .unwrap_or_default()
        .to_ascii_lowercase();
    let device = matches!(stem.as_str(), "con" | "prn" | "aux" | "nul")
        || (stem.len() == 4 && (stem.starts_with("com") || stem.starts_with("lpt")));
    match (name.is_empty(), device) {
        (true, _) => "Vault".to_owned(),
        (_, true) => format!("_{name}"),
        _ => name.to_owned(),
    }
}

/// Folder names of the clients that copy to a cloud, in lower case. A name counts when it is one of these or begins with one
/// followed by a space or a hyphen (*OneDrive - Company*).
const SYNCED: &[&str] = &[
    "onedrive",
    "dropbox",
    "google drive",
    "googledrive",
    "my drive",
    "icloud drive",
    "iclouddrive",
    "mobile documents",
    "com~apple~clouddocs",
    "cloudstorage",
    "box",
    "nextcloud",
    "owncloud",
    "seafile",
    "nutstore",
    "nutstore files",
    "坚果云",
    "我的坚果云",
    "wps云盘",
    "wps cloud files",
    "wpsdrive",
    "kingsoftdata",
    "百度网盘",
    "百度网盘同步空间",
    "baidunetdisk",
    "baidunetdiskworkspace",
    "baidusyncdisk",
    "阿里云盘",
    "aliyundrive",
    "微云",
    "微云同步助手",
    "weiyun",
    "wecloud",
];

/// Marks that such clients leave in the folder they watch.
const MARKS: &[&str] = &[
    ".dropbox",
    ".dropbox.cache",
    ".nutstore",
    ".nextcloudsync.log",
    ".owncloudsync.log",
    ".seafile-data",
];

/// The warning a folder deserves, if any: `synced_folder` or `network_folder`.
pub fn warning(path: &Path) -> Option<&'static str> {
    if named_like_a_synced_folder(path)
        || path
            .ancestors()
            .any(|folder| MARKS.iter().any(|mark| folder.join(mark).exists()))
    {
        return Some("synced_folder");
    }
    on_a_network(path).then_some("network_folder")
}

fn named_like_a_synced_folder(path: &Path) -> bool {
    path.components().any(|component| {
        let Component::Normal(name) = component else {
            return false;
        };
        let name = name.to_string_lossy().to_lowercase();
        SYNCED.iter().any(|known| {
            name.strip_prefix(known)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '-']))
        })
    })
}

/// Whether the nearest existing folder lies on another machine.
fn on_a_network(path: &Path) -> bool {
    let Some(real) = path
        .ancestors()
        .find_map(|folder| fs::canonicalize(folder).ok())
    else {
        return false;
    };
    if is_unc(&real) {
        return true;
    }
    mounts().is_some_and(|mounts| is_network_kind(&kind_of_mount(&mounts, &real)))
}

/// `\\server\share`, which is also what Windows resolves a mapped drive to.
fn is_unc(path: &Path) -> bool {
    use std::path::Prefix;
    match path.components().next() {
        Some(Component::Prefix(prefix)) => {
            matches!(prefix.kind(), Prefix::UNC(..) | Prefix::VerbatimUNC(..))
        }
        _ => false,
    }
}

/// Mount points with the kinds of their file systems.
fn mounts() -> Option<Vec<(PathBuf, String)>> {
    if cfg!(target_os = "linux") {
        let text = fs::read_to_string("/proc/self/mounts").ok()?;
        return Some(text.lines().filter_map(linux_mount).collect());
    }
    if cfg!(target_os = "macos") {
        let output = std::process::Command::new("/sbin/mount").output().ok()?;
        return Some(
            String::from_utf8_lossy(&output.stdout)
                .lines()
                .filter_map(mac_mount)
                .collect(),
        );
    }
    None
}

/// `server:/share /mnt/share nfs4 rw 0 0`, spaces written `\040`.
fn linux_mount(line: &str) -> Option<(PathBuf, String)> {
    let mut parts = line.split(' ').skip(1);
    let (point, kind) = (parts.next()?, parts.next()?);
    Some((PathBuf::from(point.replace("\\040", " ")), kind.to_owned()))
}

/// `//user@server/share on /Volumes/share (smbfs, nodev, nosuid)`
fn mac_mount(line: &str) -> Option<(PathBuf, String)> {
    let (point, rest) = line.split_once(" on ")?.1.rsplit_once(" (")?;
    Some((
        PathBuf::from(point),
        rest.split([',', ')']).next()?.to_owned(),
    ))
}

fn kind_of_mount(mounts: &[(PathBuf, String)], path: &Path) -> String {
    let covering = mounts.iter().filter(|(point, _)| path.starts_with(point));
    covering
        .max_by_key(|(point, _)| point.components().count())
        .map(|(_, kind)| kind.clone())
        .unwrap_or_default()
}

fn is_network_kind(kind: &str) -> bool {
    let kind = kind.to_ascii_lowercase();
    [
        "nfs",
        "cifs",
        "smb",
        "afpfs",
        "webdav",
        "davfs",
        "9p",
        "fuse.sshfs",
        "fuse.rclone",
        "ceph",
        "glusterfs",
    ]
    .iter()
    .any(|known| kind.starts_with(known))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_names_are_taken_everywhere() {
        for (name, folder) in [
            ("Kestrel 精密 Co., Ltd.", "Kestrel 精密 Co., Ltd"),
            ("a/b\\c:d*e", "a b c d e"),
            ("..", "Vault"),
            ("  ", "Vault"),
            ("con", "_con"),
            ("COM1.x", "_COM1.x"),
        ] {
            assert_eq!(plain_name(name), folder);
        }
        let home = tempfile::tempdir().unwrap();
        let first = free(home.path(), "Kestrel");
        fs::create_dir(&first).unwrap();
        assert_eq!(
            free(home.path(), "Kestrel"),
            home.path().join("Kestrel 2.sealbook")
        );
    }

    #[test]
    fn folders_that_others_copy_are_known() {
        for path in [
            "/Users/li/OneDrive - Kestrel/vaults",
            "/Users/li/Library/Mobile Documents/x",
            "/home/li/Dropbox/x",
            "D:/坚果云/x",
            "/d/WPS云盘/x",
            "/d/百度网盘同步空间/x",
            "/home/li/Nutstore Files/x",
        ] {
            assert!(named_like_a_synced_folder(Path::new(path)), "{path}");
        }
        for path in [
            "/home/li/boxes/x",
            "/home/li/.local/share/app",
            "/home/li/Documents/onedriver",
        ] {
            assert!(!named_like_a_synced_folder(Path::new(path)), "{path}");
        }
        let home = tempfile::tempdir().unwrap();
        assert_eq!(warning(&home.path().join("a/b.sealbook")), None);
        fs::write(home.path().join(".dropbox"), "").unwrap();
        assert_eq!(
            warning(&home.path().join("a/b.sealbook")),
            Some("synced_folder")
        );
    }

    #[test]
    fn network_mounts_are_told_from_disks() {
        let mounts: Vec<_> = [
            "/dev/sda1 / ext4 rw 0 0",
            "srv:/x /mnt/my\\040share nfs4 rw 0 0",
        ]
        .into_iter()
        .filter_map(linux_mount)
        .collect();
        assert!(is_network_kind(&kind_of_mount(
            &mounts,
            Path::new("/mnt/my share/vault")
        )));
        assert!(!is_network_kind(&kind_of_mount(
            &mounts,
            Path::new("/home/li")
        )));
        let (point, kind) = mac_mount("//li@srv/x on /Volumes/x (smbfs, nodev)").unwrap();
        assert_eq!(
            (point.as_path(), kind.as_str()),
            (Path::new("/Volumes/x"), "smbfs")
        );
    }
}
