//! The company's name in the window's title and head.

use sealbook_core::ledger::{self, ListQuery};
use sealbook_core::register::{Pair, entity};
