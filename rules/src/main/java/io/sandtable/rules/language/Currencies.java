package io.sandtable.rules.language;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Currencies by the words for them; money said without one is in CNY. */
final class Currencies {
    private static final Map<String, String> WORDS = words();

    /** Alternatives that may stand after a number, each with a bar before it. */
    static final String AFTER = "|" + String.join("|", WORDS.values());

    /** Alternatives that may stand before one. */
    static final String BEFORE = "(?:(?<![a-z])(?:us|hk|a|c|nz|s)?\\$|€|£|(?:"
            + WORDS.keySet().stream().map(String::toLowerCase).collect(Collectors.joining("|")) + ")\\s?)";

    private static final Map<String, String> SIGNS = Map.of(
            "$", "USD", "us$", "USD", "hk$", "HKD", "a$", "AUD", "c$", "CAD", "nz$", "NZD", "s$", "SGD", "€", "EUR",
            "£", "GBP");

    private Currencies() {}

    private static Map<String, String> words() {
        var words = new LinkedHashMap<String, String>();
        words.put("USD", "美元|美金|美刀|usd|us dollars?|dollars?");
        words.put("EUR", "欧元|欧(?![洲盟美])|eur(?:os?)?(?![a-z])");
        words.put("GBP", "英镑|gbp|pounds? sterling");
        words.put("JPY", "日元|日圆|jpy|yen");
        words.put("HKD", "港币|港元|港纸|hkd");
        words.put("KRW", "韩元|韩币|krw");
        words.put("CHF", "瑞士法郎|瑞郎|chf");
        words.put("TWD", "新台币|台币|twd");
        words.put("SGD", "新加坡元|新元|新币|sgd");
        words.put("CAD", "加元|加币|加拿大元|cad");
        words.put("AUD", "澳元|澳币|aud");
        words.put("NZD", "新西兰元|nzd");
        words.put("THB", "泰铢|thb");
        words.put("MYR", "林吉特|马币|myr");
        words.put("INR", "卢比|inr|rupees?");
        words.put("VND", "越南盾|越盾|vnd");
        words.put("RUB", "卢布|rub(?:les?)?(?![a-z])");
        return words;
    }

    /** The code of the currency that a word or a sign is of. */
    static String of(@Nullable String word) {
        if (word == null) {
            return "CNY";
        }
        String said = word.strip();
        return WORDS.entrySet().stream()
                .filter(w -> w.getKey().equalsIgnoreCase(said) || Pattern.matches(w.getValue(), said))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseGet(() -> SIGNS.getOrDefault(said, "CNY"));
    }
}
