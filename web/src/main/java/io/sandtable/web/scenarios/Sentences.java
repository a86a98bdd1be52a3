package io.sandtable.web.scenarios;

import io.sandtable.rules.SaidText;
import io.sandtable.web.inquiry.Asking;
import io.sandtable.web.inquiry.InquiryRefused;
import io.sandtable.web.inquiry.InquiryRefused.Code;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Sentences as a program sends them: told apart already, but as bounded as the box of the page. */
final class Sentences {
    private Sentences() {}

    static List<String> required(@Nullable List<String> sent) {
        List<String> sentences = sent == null
                ? List.of()
                : sent.stream()
                        .filter(Objects::nonNull)
                        .map(SaidText::of)
                        .map(String::strip)
                        .filter(s -> !s.isEmpty())
                        .toList();
        if (sentences.isEmpty()) {
            throw new InquiryRefused(Code.EMPTY);
        }
        int length = sentences.stream().mapToInt(String::length).sum();
        if (length > Asking.LONGEST_TEXT) {
            throw new InquiryRefused(Code.TOO_LONG, Integer.toString(length), Integer.toString(Asking.LONGEST_TEXT));
        }
        if (sentences.size() > Asking.MOST_CONDITIONS) {
            throw new InquiryRefused(
                    Code.TOO_MANY, Integer.toString(sentences.size()), Integer.toString(Asking.MOST_CONDITIONS));
        }
        return sentences;
    }
}
