//! What words are made of in each script: syllables, and the signs between
//! words and sentences.

/// A way of writing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Script {
    Latin,
    Cyrillic,
    Greek,
    Armenian,
    Georgian,
    Hebrew,
    Arabic,
    Ethiopic,
    Devanagari,
    Bengali,
    Gurmukhi,
    Gujarati,
    Tamil,
    Telugu,
    Kannada,
    Malayalam,
    Thai,
    Khmer,
    Han,
    Kana,
    Hangul,
}

use Script::*;

impl Script {
    /// The syllables, separated by spaces.
    pub(super) fn syllables(self) -> &'static str {
        match self {
            Latin => {
                "a an ar be ca ce con da de di do e en er es fi ga i in is la le li lo ma me mi \
                 na ne no o on or per po pro ra re ri ro sa se si so ta te ti to tra u un va ve vi \
                 ä ñe ö šu ça é lê žo ış łe"
            }
            Cyrillic => {
                "а ал бы ва ве вы да де до е за и ил ка ке ко ла ле ли ма ме мо на не ни но о об \
                 от па пе по пра ра ре ро са се со ста та те ти то тор ту у хо це че ши щи ы қа \
                 өн ү әр ң і ј"
            }
            Greek => {
                "α αν βα γε δα δε δι ε εν θε ι κα κο λα λε λο μα με μο να νο ο οι πα περ πο προ ρα \
                 ρι σε στα συν τα τε τη το των υ φο χρη ω ών ία ής"
            }
            Armenian => {
                "ա ան ար բա գե գոր դա ե են եր զա ը թա ի ին լի խա կա կի հա հի մա մեն յա նա նե ո որ \
                 պա սա սի վա տա տե ու ուն ված քա օգ"
            }
            Georgian => {
                "ა ად ბა ბი გა და დე ე ებ ვა ზე თა ი ის კა კი ლა ლი მა მე მი მო ნა ნე ო ომ პე რა \
                 რი რო სა სე შე ტა უ ული ფი ქა ყო ხა ჰა"
            }
            Hebrew => {
                "א אב בה גל דב דר הו וה זכ חו טי יש כל לא לה מה מי נת סע על פי צר קו רא שה שי של \
                 תא תי ות ים ון"
            }
            Arabic => {
                "ال ان با بي تا تم جا جم حا حق خا خد دا دي را رو سا سي شا شر صا ضر طل عا عل غي فا \
                 في قا قد كا كل لا لم ما من نا نو ها هم وا ور يا ين ات ية"
            }
            Ethiopic => {
                "አ ለ መ ሰ ረ በ ተ ነ ከ ወ የ ደ ገ ላ ማ ሳ ራ ባ ታ ና ካ ዋ ያ ዳ ጋ ል ም ስ ር ብ ት ን ክ ው ይ ድ ግ \
                 ሁ ኛ ች"
            }
            Devanagari => {
                "अ आ उप एक का की को गत गो जन जा त ता ती दे धि न ना नी नि प पर पा प्र ब बा भा म मा \
                 मे य या र रा री ल ला लि व वा वि श स सं सा से ह है क्ष त्र ज्ञ"
            }
            Bengali => {
                "অ আ এ ও কর কা কি কে খা গ গো ছে জ জা ত তা তি দে ধ ন না নি প পা প্র ব বা বি ভা ম মা \
                 য় যা র রা রি ল লা শ স সা সে হ হা"
            }
            Gurmukhi => {
                "ਅ ਆ ਇ ਉ ਕ ਕਾ ਕੀ ਗ ਗੁ ਚ ਜ ਜਾ ਤ ਤਾ ਦ ਦੇ ਨ ਨਾ ਨੀ ਪ ਪਾ ਬ ਬਾ ਭਾ ਮ ਮਾ ਯ ਰ ਰਾ ਲ ਲਾ ਵ ਵਾ \
                 ਸ ਸਾ ਹ ਹੈ"
            }
            Gujarati => {
                "અ આ ઉ એ ક કા કે ગ ગો ચ છે જ જા ત તા તે દ ધ ન ના ની પ પા પ્ર બ બા ભ મ મા મે ય યા ર \
                 રા રી લ લા વ વા શ સ સા હ"
            }
            Tamil => {
                "அ ஆ இ உ எ க கா கு கள் ச சி சே ட டு ண த தா தி து ந நா ப பா பு ம மா மை ய யா ர ரா ரு \
                 ல லா வ வா வி ழ ள ன னை ம் ன் ல்"
            }
            Telugu => {
                "అ ఆ ఇ ఉ ఎ క కా కు గ గా చ చే జ డు త తా తి ద ని ను ప పా ప్ర బ మ మా ము మీ య యా ర రా \
                 రు ల లా లు వ వా స సా హ"
            }
            Kannada => {
                "ಅ ಆ ಇ ಉ ಎ ಕ ಕಾ ಗ ಗಾ ಗೆ ಚ ಜ ಡ ತ ತಾ ತಿ ದ ದೆ ನ ನಾ ನು ಪ ಪಾ ಪ್ರ ಬ ಮ ಮಾ ಮತ್ತು ಯ ಯಾ ರ \
                 ರಾ ಲ ಲಿ ವ ವಾ ಸ ಸಾ ಹ"
            }
            Malayalam => {
                "അ ആ ഇ ഉ എ ക കാ കൾ ഗ ച ജ ട ത താ തി തു ദ ന നാ നി പ പാ പ്ര ബ മ മാ മ്പ യ യാ യി ര രാ \
                 രു ല ലാ വ വാ വി ശ സ സാ ള ഴ ന്ന ക്ക"
            }
            Thai => {
                "กา การ ของ ข้อ คุณ ความ งาน จะ จาก ชื่อ ใช้ ซึ่ง ดู ได้ ต้อง ตาม ถึง ที่ ทำ นี้ ใน บน ปี เป็น ผู้ พบ \
                 มี เมื่อ ยา รับ เรา ลง และ ว่า ส่ง สิทธิ์ หรือ ให้ อยู่ ออก"
            }
            Khmer => {
                "កា ការ ក្នុង ខ្ញុំ គឺ ចំ ជា ជួន ដល់ ដើម្បី តាម ទៅ ទិន្ន ន័យ នៅ នេះ បាន ប្រើ ផ្ត ពី ព័ត៌ មាន មិន យើង រក្សា \
                 លើ វា សេវា ហើយ អ្នក ឬ"
            }
            Han => {
                "的 一 用 我 們 人 有 為 以 之 或 及 所 個 資 料 服 務 使 者 得 權 利 同 意 本 公 司 \
                 政 策 法 律 規 定 保 存 期 間 提 供 安 全 方 式 收 集 處 理 第 三 其 他 於 不 可 能 \
                 更 新 通 知 頁 面 日 月 年 時 中 國 際 要 求 請 聯 絡 客 戶 帳 號 刪 除 說 明"
            }
            Kana => {
                "の に は を た が で て と し れ さ ある いる こと する この なる など また もの 情報 利用 \
                 者 個人 取得 提供 目的 同意 当社 規約 変更 通知 必要 場合 第三 保護 法令 管理 開示 請求 \
                 サービス アプリ データ メール"
            }
            Hangul => {
                "가 개 고 공 과 관 권 기 나 는 다 대 데 도 동 되 된 등 라 로 를 리 만 며 면 목 무 \
                 바 보 부 비 사 상 서 성 수 스 시 실 에 용 우 원 위 으 은 을 의 이 인 일 자 적 정 \
                 제 조 중 지 처 치 터 통 하 한 할 해 호 회"
            }
        }
    }

    /// Most syllables in a word.
    pub(super) fn longest_word(self) -> usize {
        match self {
            Han | Thai | Khmer | Kana => 2,
            Hangul => 3,
            _ => 4,
        }
    }

    /// What stands between words.
    pub(super) fn space(self) -> &'static str {
        match self {
            Han | Kana | Thai | Khmer => "",
            _ => " ",
        }
    }

    /// Between parts of a sentence.
    pub(super) fn comma(self) -> &'static str {
        match self {
            Han => "，",
            Kana => "、",
            Arabic => "،",
            Ethiopic => "፣",
            Armenian => ",",
            Thai | Khmer => " ",
            _ => ",",
        }
    }

    /// At the end of a sentence.
    pub(super) fn stop(self) -> &'static str {
        match self {
            Han | Kana => "。",
            Devanagari | Bengali | Gurmukhi => "।",
            Ethiopic => "።",
            Armenian => "։",
            Khmer => "។",
            Thai => " ",
            _ => ".",
        }
    }

    /// How many columns a letter takes.
    pub(super) fn width(self) -> usize {
        if matches!(self, Han | Kana | Hangul) { 2 } else { 1 }
    }
}
