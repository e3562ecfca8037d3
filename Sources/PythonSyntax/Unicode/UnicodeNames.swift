/// The names of Unicode characters that `\N{...}` accepts: in any case, including aliases.
enum UnicodeNames {
  private static let scalars: [String: UInt32] = {
    var names: [String: UInt32] = [:]
    let assigned: [ClosedRange<UInt32>] = [
      0...0x33FF, 0x4DC0...0x4DFF, 0xA000...0xABFF, 0xD7B0...0xD7FF, 0xF900...0x16FFF, 0x18D00...0x18DFF,
      0x1A000...0x1FFFF, 0xE0000...0xE01EF,
    ]
    for range in assigned {
      for value in range {
        guard let scalar = Unicode.Scalar(value) else { continue }
        let properties = scalar.properties
        if let name = properties.name { names[name] = value }
        if let alias = properties.nameAlias { names[alias] = value }
      }
    }
    for entry in aliases.split(separator: ";") {
      let parts = entry.split(separator: "=")
      guard let value = UInt32(parts[0], radix: 16) else { continue }
      for name in parts[1].split(separator: ",") { names[String(name)] = value }
    }
    for number in 1...256 as ClosedRange<UInt32> {
      names["VS\(number)"] = number <= 16 ? 0xFDFF + number : 0xE00EF + number
    }
    return names
  }()

  /// The aliases that the standard library lacks, as it has only the first of a character: `number=name,name;...`.
  private static let aliases = """
    0=NULL,NUL;1=SOH;2=START OF TEXT,STX;3=END OF TEXT,ETX;4=END OF TRANSMISSION,EOT;5=ENQUIRY,ENQ;\
    6=ACKNOWLEDGE,ACK;7=ALERT,BEL;8=BACKSPACE,BS;9=CHARACTER TABULATION,HORIZONTAL TABULATION,HT,TAB;\
    A=LINE FEED,NEW LINE,END OF LINE,LF,NL,EOL;B=LINE TABULATION,VERTICAL TABULATION,VT;C=FORM FEED,FF;\
    D=CARRIAGE RETURN,CR;E=SHIFT OUT,LOCKING-SHIFT ONE,SO;F=SHIFT IN,LOCKING-SHIFT ZERO,SI;\
    10=DATA LINK ESCAPE,DLE;11=DEVICE CONTROL ONE,DC1;12=DEVICE CONTROL TWO,DC2;\
    13=DEVICE CONTROL THREE,DC3;14=DEVICE CONTROL FOUR,DC4;15=NEGATIVE ACKNOWLEDGE,NAK;\
    16=SYNCHRONOUS IDLE,SYN;17=END OF TRANSMISSION BLOCK,ETB;18=CANCEL,CAN;19=END OF MEDIUM,EOM;\
    1A=SUBSTITUTE,SUB;1B=ESCAPE,ESC;1C=INFORMATION SEPARATOR FOUR,FILE SEPARATOR,FS;\
    1D=INFORMATION SEPARATOR THREE,GROUP SEPARATOR,GS;1E=INFORMATION SEPARATOR TWO,RECORD SEPARATOR,RS;\
    1F=INFORMATION SEPARATOR ONE,UNIT SEPARATOR,US;20=SP;7F=DELETE,DEL;80=PADDING CHARACTER,PAD;\
    81=HIGH OCTET PRESET,HOP;82=BREAK PERMITTED HERE,BPH;83=NO BREAK HERE,NBH;84=INDEX,IND;\
    85=NEXT LINE,NEL;86=START OF SELECTED AREA,SSA;87=END OF SELECTED AREA,ESA;\
    88=CHARACTER TABULATION SET,HORIZONTAL TABULATION SET,HTS;\
    89=CHARACTER TABULATION WITH JUSTIFICATION,HORIZONTAL TABULATION WITH JUSTIFICATION,HTJ;\
    8A=LINE TABULATION SET,VERTICAL TABULATION SET,VTS;8B=PARTIAL LINE FORWARD,PARTIAL LINE DOWN,PLD;\
    8C=PARTIAL LINE BACKWARD,PARTIAL LINE UP,PLU;8D=REVERSE LINE FEED,REVERSE INDEX,RI;\
    8E=SINGLE SHIFT TWO,SINGLE-SHIFT-2,SS2;8F=SINGLE SHIFT THREE,SINGLE-SHIFT-3,SS3;\
    90=DEVICE CONTROL STRING,DCS;91=PRIVATE USE ONE,PRIVATE USE-1,PU1;\
    92=PRIVATE USE TWO,PRIVATE USE-2,PU2;93=SET TRANSMIT STATE,STS;94=CANCEL CHARACTER,CCH;\
    95=MESSAGE WAITING,MW;96=START OF GUARDED AREA,START OF PROTECTED AREA,SPA;\
    97=END OF GUARDED AREA,END OF PROTECTED AREA,EPA;98=START OF STRING,SOS;\
    99=SINGLE GRAPHIC CHARACTER INTRODUCER,SGC;9A=SINGLE CHARACTER INTRODUCER,SCI;\
    9B=CONTROL SEQUENCE INTRODUCER,CSI;9C=STRING TERMINATOR,ST;9D=OPERATING SYSTEM COMMAND,OSC;\
    9E=PRIVACY MESSAGE,PM;9F=APPLICATION PROGRAM COMMAND,APC;A0=NBSP;AD=SHY;34F=CGJ;61C=ALM;180B=FVS1;\
    180C=FVS2;180D=FVS3;180E=MVS;180F=FVS4;200B=ZWSP;200C=ZWNJ;200D=ZWJ;200E=LRM;200F=RLM;202A=LRE;\
    202B=RLE;202C=PDF;202D=LRO;202E=RLO;202F=NNBSP;205F=MMSP;2060=WJ;2066=LRI;2067=RLI;2068=FSI;2069=PDI;\
    FEFF=BYTE ORDER MARK,BOM,ZWNBSP
    """

  /// The character with a name, or nil. The first call collects all names, which takes about a tenth of a second.
  static func scalar(named name: String) -> UInt32? {
    let key = name.uppercased()
    return scalars[key] ?? ideograph(key) ?? hangulSyllable(key)
  }

  /// Unified ideographs are named after their code point.
  private static func ideograph(_ name: String) -> UInt32? {
    let prefix = "CJK UNIFIED IDEOGRAPH-"
    guard name.hasPrefix(prefix), let value = UInt32(name.dropFirst(prefix.count), radix: 16) else { return nil }
    return Unicode.Scalar(value)?.properties.isUnifiedIdeograph == true ? value : nil
  }

  /// Hangul syllables are named after their letters.
  private static func hangulSyllable(_ name: String) -> UInt32? {
    let prefix = "HANGUL SYLLABLE "
    guard name.hasPrefix(prefix) else { return nil }
    let leading = ["G", "GG", "N", "D", "DD", "R", "M", "B", "BB", "S", "SS", "", "J", "JJ", "C", "K", "T", "P", "H"]
    let vowels = [
      "A", "AE", "YA", "YAE", "EO", "E", "YEO", "YE", "O", "WA", "WAE", "OE", "YO", "U", "WEO", "WE", "WI", "YU",
      "EU", "YI", "I",
    ]
    let trailing = [
      "", "G", "GG", "GS", "N", "NJ", "NH", "D", "L", "LG", "LM", "LB", "LS", "LT", "LP", "LH", "M", "B", "BS", "S",
      "SS", "NG", "J", "C", "K", "T", "P", "H",
    ]
    let wanted = name.dropFirst(prefix.count)
    for (first, head) in leading.enumerated() where wanted.hasPrefix(head) {
      for (second, vowel) in vowels.enumerated() {
        for (third, tail) in trailing.enumerated() where wanted == head + vowel + tail {
          return UInt32(0xAC00 + (first * 21 + second) * 28 + third)
        }
      }
    }
    return nil
  }
}
