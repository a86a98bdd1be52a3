package io.sandtable.rules.language;

import io.sandtable.rules.Statement.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The numbers of a list, 一、… 二、…, which count what is said and are no part of it. */
final class Numbering {
    private static final Pattern NUMBER = Pattern.compile(
            "(?<=^|[：:；;。.，,!！\\s])(?:第?([一二三四五六])(?:[、，,：:．]|是(?![一二三四五六七八九十百千]))|([1-6])(?:[、．]|\\.(?!\\d))|([①②③④⑤⑥])|[（(]([一二三四五六1-6])[)）])");
    private static final String COUNT = "一二三四五六123456①②③④⑤⑥";

    private Numbering() {}

    /** The text without them, where they count 一, 二 … in order; a comma stays where one was. */
    static Said leftOut(Said said) {
        var found = new ArrayList<Span>();
        Matcher number = NUMBER.matcher(said.text());
        while (number.find()) {
            if (count(number) != found.size()) {
                return said;
            }
            found.add(new Span(number.start(), number.end()));
        }
        Said left = said;
        for (Span span : found.size() < 2 ? List.<Span>of() : found.reversed()) {
            left = left.without(span);
        }
        return left;
    }

    /** 0 for the first. */
    private static int count(Matcher number) {
        for (int group = 1; group <= number.groupCount(); group++) {
            if (number.group(group) != null) {
                return COUNT.indexOf(number.group(group)) % 6;
            }
        }
        return -1;
    }
}
