//! Small files that stand for the real ones: a page of PDF, a fapiao in XML, a report in CSV.

/// One A4 page of Latin text as PDF, with the table of offsets that strict readers ask for.
pub fn pdf(title: &str, lines: &[String]) -> Vec<u8> {
    let mut text = format!(
        "BT /F1 16 Tf 60 780 Td ({}) Tj /F2 11 Tf 0 -34 Td 16 TL\n",
        escaped(title)
    );
    for line in lines {
        text.push_str(&format!("({}) Tj T*\n", escaped(line)));
    }
    text.push_str("ET");
    let font = |name: &str| {
        format!("<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>")
    };
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R /F2 6 0 R >> >> >>".to_owned(),
        format!("<< /Length {} >>\nstream\n{text}\nendstream", text.len()),
        font("Helvetica-Bold"),
        font("Helvetica"),
    ];
    let mut file = "%PDF-1.4\n".to_owned();
    let mut offsets = Vec::new();
    for (index, object) in objects.iter().enumerate() {
        offsets.push(file.len());
        file.push_str(&format!("{} 0 obj\n{object}\nendobj\n", index + 1));
    }
    let start = file.len();
    file.push_str(&format!(
        "xref\n0 {}\n0000000000 65535 f \n",
        objects.len() + 1
    ));
    for offset in offsets {
        file.push_str(&format!("{offset:010} 00000 n \n"));
    }
    file.push_str(&format!(
        "trailer\n<< /Size {} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n",
        objects.len() + 1
    ));
    file.into_bytes()
}

/// Text a PDF string may hold: parentheses escaped, what lies outside ASCII shown as a question mark.
fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for letter in text.chars() {
        match letter {
            '(' | ')' | '\\' => escaped.extend(['\\', letter]),
            _ if letter.is_ascii() => escaped.push(letter),
            _ => escaped.push('?'),
        }
    }
    escaped
}

/// What a fapiao file says.
pub struct FapiaoFile<'a> {
    pub number: &'a str,
    pub issued: String,
    pub seller: (&'a str, &'a str),
    pub buyer: (&'a str, &'a str),
    pub net: String,
    pub tax: String,
    pub gross: String,
}

/// The main elements of a fully digitalised fapiao's XML.
pub fn fapiao_xml(fapiao: &FapiaoFile) -> Vec<u8> {
    let FapiaoFile {
        number,
        issued,
        seller,
        buyer,
        net,
        tax,
        gross,
    } = fapiao;
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<EInvoice>\n  <TaxSupervisionInfo>\n    <InvoiceNumber>{number}</InvoiceNumber>\n    <IssueTime>{issued}</IssueTime>\n  </TaxSupervisionInfo>\n  <EInvoiceData>\n    <SellerInformation>\n      <SellerIdNum>{}</SellerIdNum>\n      <SellerName>{}</SellerName>\n    </SellerInformation>\n    <BuyerInformation>\n      <BuyerIdNum>{}</BuyerIdNum>\n      <BuyerName>{}</BuyerName>\n    </BuyerInformation>\n    <BasicInformation>\n      <TotalAmWithoutTax>{net}</TotalAmWithoutTax>\n      <TotalTaxAm>{tax}</TotalTaxAm>\n      <TotalTax-includedAmount>{gross}</TotalTax-includedAmount>\n    </BasicInformation>\n  </EInvoiceData>\n</EInvoice>\n",
        seller.1, seller.0, buyer.1, buyer.0
    )
    .into_bytes()
}

/// A report as a provider's console exports it; with the mark that makes Excel read it as UTF-8.
pub fn csv(header: &[&str], rows: &[Vec<String>]) -> Vec<u8> {
    let mut text = format!("\u{feff}{}\r\n", header.join(","));
    for row in rows {
        text.push_str(&row.join(","));
        text.push_str("\r\n");
    }
    text.into_bytes()
}
