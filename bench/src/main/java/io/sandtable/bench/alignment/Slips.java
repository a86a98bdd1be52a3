package io.sandtable.bench.alignment;

import java.util.Map;
import java.util.random.RandomGenerator;

/** What happens to a text that people type, copy and scan. */
final class Slips {
    /** Characters typed for others of the same sound. */
    private static final Map<Character, Character> SOUNDS = Map.ofEntries(
            Map.entry('轴', '周'),
            Map.entry('承', '成'),
            Map.entry('钢', '刚'),
            Map.entry('板', '版'),
            Map.entry('栓', '拴'),
            Map.entry('纸', '只'),
            Map.entry('箱', '相'),
            Map.entry('阻', '组'),
            Map.entry('容', '溶'),
            Map.entry('圈', '权'),
            Map.entry('架', '驾'),
            Map.entry('粒', '力'),
            Map.entry('管', '馆'),
            Map.entry('机', '基'),
            Map.entry('缆', '览'),
            Map.entry('酸', '算'));

    private static final Map<Character, Character> TRADITIONAL = Map.ofEntries(
            Map.entry('轴', '軸'),
            Map.entry('钢', '鋼'),
            Map.entry('锈', '鏽'),
            Map.entry('纸', '紙'),
            Map.entry('电', '電'),
            Map.entry('阻', '阻'),
            Map.entry('圈', '圈'),
            Map.entry('层', '層'),
            Map.entry('热', '熱'),
            Map.entry('级', '級'),
            Map.entry('机', '機'),
            Map.entry('缆', '纜'),
            Map.entry('无', '無'),
            Map.entry('缝', '縫'),
            Map.entry('钉', '釘'),
            Map.entry('头', '頭'),
            Map.entry('贴', '貼'),
            Map.entry('陶', '陶'),
            Map.entry('镀', '鍍'),
            Map.entry('锌', '鋅'));

    private Slips() {}

    static String in(String text, RandomGenerator random) {
        return switch (random.nextInt(10)) {
            case 0 -> oneOf(SOUNDS, text, random);
            case 1 -> allOf(TRADITIONAL, text);
            case 2 -> fullWidth(text);
            case 3 -> text.replace(" ", "");
            case 4 -> "【" + text + "】";
            case 5 -> withO(text);
            default -> text;
        };
    }

    private static String oneOf(Map<Character, Character> slips, String text, RandomGenerator random) {
        int[] places = java.util.stream.IntStream.range(0, text.length())
                .filter(i -> slips.containsKey(text.charAt(i)))
                .toArray();
        if (places.length == 0) {
            return text;
        }
        int at = places[random.nextInt(places.length)];
        return text.substring(0, at) + slips.getOrDefault(text.charAt(at), '?') + text.substring(at + 1);
    }

    private static String allOf(Map<Character, Character> slips, String text) {
        var out = new StringBuilder();
        for (char c : text.toCharArray()) {
            out.append(slips.getOrDefault(c, c));
        }
        return out.toString();
    }

    private static String fullWidth(String text) {
        var out = new StringBuilder();
        for (char c : text.toCharArray()) {
            out.append(c > ' ' && c < 0x7f ? (char) (c + 0xfee0) : c);
        }
        return out.toString();
    }

    /** The last nought between two digits read as a letter. */
    private static String withO(String text) {
        return text.replaceFirst("(?<=\\d)0(?=\\d)", "O");
    }
}
