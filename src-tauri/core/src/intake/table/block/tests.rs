//! A packed block is believed only if it is one: a worker may send anything.

use super::*;

fn block() -> Block {
    let mut block = Block::default();
    for row in 1..=100 {
        block.push(row, 0, Cell::Text("WinRAR")).unwrap();
        block.push(row, 3, Cell::Number(row.into())).unwrap();
    }
    block
}

fn again(block: &Block) -> Option<Block> {
    Block::unpack(&block.pack().unwrap())
}

/// The block with these bytes behind it.
fn followed(block: &Block, more: &[u8]) -> Vec<u8> {
    let mut bytes = lz4_flex::decompress_size_prepended(&block.pack().unwrap()).unwrap();
    bytes.extend(more);
    lz4_flex::compress_prepend_size(&bytes)
}

#[test]
fn a_block_is_its_cells_and_nothing_besides() {
    let good = again(&block()).unwrap();
    assert_eq!((good.len(), good.cells()), (100, 200));
    assert!(Block::unpack(&followed(&block(), &[])).is_some());
    assert!(Block::unpack(&followed(&block(), &[0; 1 << 20])).is_none());
    let mut hidden = block();
    hidden.text.push_str("behind the last of its texts");
    assert!(again(&hidden).is_none());
    let mut spare = block();
    spare.columns.push(4);
    assert!(again(&spare).is_none());
}

#[test]
fn a_block_holds_no_more_than_any_reader_packs() {
    let filled = |cells: u32| {
        let mut block = Block::default();
        (0..cells).for_each(|at| {
            block
                .push(at / 2 + 1, (at % 2) as u16, Cell::Flag(true))
                .unwrap();
        });
        block
    };
    let most = bounded::MOST as u32;
    assert_eq!(again(&filled(most)).unwrap().cells(), bounded::MOST);
    assert!(again(&filled(most + 1)).is_none());
    // more texts than cells, and none of them takes a byte
    let mut blank = block();
    blank.ends.extend([6; 200]);
    assert!(again(&blank).is_none());
}

#[test]
fn items_beyond_the_most_are_not_even_read() {
    let mut read = 0;
    // nothing says beforehand how many there are
    let items = (0..1_000_000_u32).filter(|_| true).inspect(|_| read += 1);
    let from = serde::de::value::SeqDeserializer::<_, serde::de::value::Error>::new(items);
    assert!(bounded::list::<_, u32>(from).is_err());
    assert_eq!(read, bounded::MOST + 1);
    // and where that is said, none of them
    let bytes = postcard::to_stdvec(&vec![0_u32; bounded::MOST + 1]).unwrap();
    let mut from = postcard::Deserializer::from_bytes(&bytes);
    assert!(bounded::list::<_, u32>(&mut from).is_err());
    assert_eq!(from.finalize().unwrap().len(), bounded::MOST + 1);
}
