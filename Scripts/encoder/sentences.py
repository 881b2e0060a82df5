"""A thousand sentences, English and Japanese, out of a small grammar: for the golden files.

The sentences mean little. They are there for what is in them: many words, numbers, marks, scripts,
lengths from one word to hundreds.
"""

import random

COUNT = 500  # of each language


def words(text):
    return text.strip().replace("\n", "|").split("|")


PEOPLE = words("""
the mayor|a spokesperson|the finance minister|both delegations|an engineer|the fishermen
the board of the hospital|Ms Okonkwo|Dr. Ellery-Voss|residents|the coast guard
a retired judge|President Marlowe|the opposition|two witnesses|the union
Prof. Szczepański|Renée O’Hara|the regulator|a team of geologists""")
VERBS = words("""
announced|denied|confirmed|played down|questioned|welcomed|put off|signed|rejected
described|inspected|praised|criticised|leaked|withdrew|rewrote|approved
discussed at length|could not explain|promised|will review|had not expected
is likely to reopen|did not mention""")
THINGS = words("""
the ceasefire|a new tram line|the budget for schools|the outbreak of measles|a merger
the report on water quality|joint exercises|the price of rice|the bridge
a trade agreement|the resignation|plans for a wind farm|the verdict|climate targets
the missing ferry|an earthquake drill|the currency’s fall|evidence of fraud|the vaccine
a satellite launch""")
PLACES = words("""
in Valparaíso|near the northern border|at the summit|outside the courthouse
on Lake Victoria|in Ulaanbaatar|on live television|in a letter|behind closed doors
at 35,000 feet|in São Tomé|off Cape Wrath""")
TIMES = words("""
on Tuesday|at 7:45 p.m.|last week|in March 1998|before dawn|on 3 October|within 48 hours
by the end of the year|after three hours of talks|twice this month|at midnight UTC
from 2030 onwards""")
FIGURES = words("""
$4.7 million|nearly 12%|1,204 people|−3.5 °C|a third of the members|€18bn
0.25 percentage points|some 600 km²|forty-two votes to nine|¥1,500|№ 7|½ litre
between 8 and 10 tonnes|2.4×10⁻³""")

J_PEOPLE = words("""
市長|外務省の報道官|財務相|両代表団|漁業者ら|病院の理事会|小野寺さん|エレリー博士|住民|海上保安庁|元裁判官|マーロウ大統領|野党|目撃者２人|労働組合
地質学者のチーム|首相|規制当局""")
J_VERBS = words("""
を発表した|を否定した|を認めた|に疑問を呈した|を歓迎した|を延期した|に署名した|を拒否した|を視察した|を批判した|を承認した|について長時間協議した|を約束した
を見直す方針だ|に触れなかった|を予想していなかった""")
J_THINGS = words("""
停戦|新しい路面電車の路線|学校予算|はしかの流行|合併計画|水質に関する報告書|合同演習|コメの価格|橋の再建|貿易協定|辞任の理由|風力発電所の計画|判決|気候目標
行方不明のフェリー|防災訓練|円安|不正の証拠|ワクチン|衛星の打ち上げ""")
J_PLACES = words("""
バルパライソで|北部国境の近くで|首脳会議で|裁判所前で|ビクトリア湖で|ウランバートルで|生放送で|書簡の中で|非公開の場で|与那国島沖で""")
J_TIMES = words("""
火曜日に|午後７時45分に|先週|1998年３月に|夜明け前に|10月3日|48時間以内に|年内に|三時間の協議のあと|今月二度目の|令和六年に|深夜０時に""")
J_FIGURES = words("""
４７０万ドル|約12％|1,204人|氷点下3.5度|会員の三分の一|180億ユーロ|0.25ポイント|およそ600㎢|賛成42、反対９|1,500円|第七号|８〜10トン
㈱三社|百二十三万四千五百六十七""")

# What a normaliser and a decoder of UTF-8 can get wrong.
ODD = [
    "e\u0301te\u0301 \u00e9t\u00e9 E\u0301", "ﬁne ﬂour ﬀ ﬃ", "ＦＵＬＬ　ｗｉｄｔｈ　１２３！",
    "ｶﾞｷﾞｸﾞ ﾊﾟﾋﾟ ｱｲｳ", "か\u3099 は\u309a が ぱ", "① ② ㊙ ㍿ ㌔ ㌫ Ⅻ ⅷ", "👩‍🚀👨‍👩‍👧‍👦🏳️‍🌈 🇯🇵🇬🇧 👍🏽",
    "☃️❄ ♥︎ ♥️ ★☆", "zero\u200bwidth\u200cnon\u200djoin\u2060er\ufeff",
    "soft\u00adhyphen non\u2011breaking\u00a0space", "שלום עולם مرحبا بالعالم",
    "\u202eright to left\u202c done", "한국어 각 \u1100\u1161\u11a8", "ไทย ภาษา हिन्दी தமிழ்",
    "𠮷野家 𩸽 𝒳𝓎𝓏 𝟙𝟚", "ⴰⵎⴰⵣⵉⵖ ᚠᚢᚦ 𒀀𒁀 ꙮ", "  two  leading   spaces ",
    "tab\there\nnew line\r\nand\u2028more\u3000wide", "\u0007bell\u001b[0m\u0085next\u007f",
    "▁already ▁▁ marked▁", "a" * 90, "漢" * 70, "ーーーーー〜〜〜〜", "......,,,,;;;;!!!!????",
    "1234567890123456789012345", "https://example.org/a?b=c&d=%E3%81%82#e",
    "x@y.example @handle #hash_tag", "C:\\temp\\new", "<b>&amp;</b> {\"k\": [1, 2]}",
    "∀x∈ℝ: ⌈x⌉ = −⌊−x⌋ ≠ ∅ ∴ √2≈1.414", "½ ¼ ⅓ ²³ₙ ªº µ Ω Å ℃ ℉", "ǅ ŉ ſ ẞ ß İ ı",
    "…‥・。、「」『』（）［］｛｝", "\u0300\u0301\u0302", "\U000e0041\U000f0000\ue000\ufffd", "¨ ¯ ´ ¸ ˘",
    "…", "?", "。", "",
]


def sentences():
    """All of them: English first, then Japanese, then those of odd characters, in place of some."""
    draw = random.Random(20211211)
    english = [shaped(draw, english_clause, " ", i) for i in range(COUNT)]
    japanese = [shaped(draw, japanese_clause, "", i) for i in range(COUNT)]
    half = len(ODD) // 2
    english[-half:] = ODD[:half]
    japanese[-(len(ODD) - half):] = ODD[half:]
    return english + japanese


def shaped(draw, clause, space, index):
    """A word, a sentence, or hundreds of words, by the index."""
    if index % 25 == 0:
        return draw.choice(THINGS if space else J_THINGS).split()[-1]
    if index % 50 == 1:
        return space.join(clause(draw) for _ in range(draw.randint(8, 20)))
    return space.join(clause(draw) for _ in range(draw.choice([1, 1, 1, 1, 2, 3])))


def english_clause(draw):
    who, did, what = draw.choice(PEOPLE), draw.choice(VERBS), draw.choice(THINGS)
    where, when, figure = draw.choice(PLACES), draw.choice(TIMES), draw.choice(FIGURES)
    forms = [
        f"{who} {did} {what} {when}.", f"{when}, {who} {did} {what}, which cost {figure}.",
        f"“{what}?” {who} asked {where}; nobody answered.", f"{what.upper()}: {figure} {when}!",
        f"{who} — speaking {where} — {did} {what} ({figure}).", f"{figure} and {what}, {who} said.",
        f"Why {who} {did} {what} {where} is unclear…",
    ]
    text = draw.choice(forms)
    return text[0].upper() + text[1:]


def japanese_clause(draw):
    who, did, what = draw.choice(J_PEOPLE), draw.choice(J_VERBS), draw.choice(J_THINGS)
    where, when, figure = draw.choice(J_PLACES), draw.choice(J_TIMES), draw.choice(J_FIGURES)
    forms = [
        f"{who}は{when}{what}{did}。", f"{when}、{where}{who}が{what}{did}（{figure}）。",
        f"「{what}は{figure}」と{who}は述べた。", f"{what}をめぐり、{who}は{where}説明した！",
        f"{who}によると、{what}の規模は{figure}に上る。", f"なぜ{who}が{what}{did}のか、明らかではない……",
        f"【速報】{what}、{figure}―{when}",
    ]
    return draw.choice(forms)
