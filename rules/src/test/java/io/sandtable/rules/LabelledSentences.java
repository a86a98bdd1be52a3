package io.sandtable.rules;

import io.sandtable.model.calendar.HolidayCalendar;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The labelled sentences below {@code sentences/}, a folder per company, and whether an understanding is what the label says; the README there tells how they are compared. */
final class LabelledSentences {
    private static final double SAME = 0.001;
    private static final List<String> MEMBERS =
            List.of("kind", "modality", "entities", "comparator", "quantity", "window", "recurrence", "slots");
    private static final List<String> MEMBERS_OF_WHOLE = List.of("kind", "modality", "slots");

    private LabelledSentences() {}

    /** What came of a sentence. */
    enum Verdict {
        RIGHT,
        /** Asked or refused though it says something plain. */
        NOT_READ,
        /** Asked where it should have refused, or the other way round. */
        OTHER_REFUSAL,
        /** Taken for something that it does not say: the one that does harm. */
        SILENTLY_WRONG
    }

    /**
     * A sentence.
     *
     * @param context id of what the page is about, null on a page about nothing
     */
    record Labelled(
            Names names,
            String id,
            String lang,
            String text,
            LocalDate asOf,
            @Nullable String context,
            List<String> tags,
            JsonNode expect) {
        Understanding understood() {
            return new Reader(names, asOf, HolidayCalendar.china(), Optional.ofNullable(context)).understand(text);
        }

        Verdict judge(Understanding understanding) {
            String expected = expect.get("outcome").asString();
            if (!understanding.outcome().name().equals(expected)) {
                return understanding.outcome() == Outcome.ACCEPT
                        ? Verdict.SILENTLY_WRONG
                        : expected.equals("ACCEPT") ? Verdict.NOT_READ : Verdict.OTHER_REFUSAL;
            }
            if (!expected.equals("ACCEPT")) {
                return Verdict.RIGHT;
            }
            JsonNode said = UnderstandingJson.tree(understanding).get("statements");
            return Stream.concat(Stream.of(expect.get("statements")), expect.path("alsoRight").values().stream())
                            .anyMatch(right -> sameAll(right, said))
                    ? Verdict.RIGHT
                    : Verdict.SILENTLY_WRONG;
        }
    }

    /** The sentences of one company. */
    static List<Labelled> of(String company) {
        Names names = Names.parse(text(company, "entities.json"));
        return text(company, "sentences.jsonl")
                .lines()
                .map(JsonMapper.shared()::readTree)
                .map(line -> line(names, line))
                .toList();
    }

    private static Labelled line(Names names, JsonNode line) {
        return new Labelled(
                names,
                line.get("id").asString(),
                line.get("lang").asString(),
                line.get("text").asString(),
                LocalDate.parse(line.get("asOf").asString()),
                line.get("context").isNull() ? null : line.get("context").asString(),
                line.get("tags").values().stream().map(JsonNode::asString).toList(),
                line.get("expect"));
    }

    private static String text(String company, String file) {
        String path = "sentences/%s/%s".formatted(company, file);
        try (InputStream in = Objects.requireNonNull(LabelledSentences.class.getResourceAsStream(path), path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The labelled sentences %s cannot be read; build again.".formatted(path), e);
        }
    }

    private static boolean sameAll(JsonNode right, JsonNode said) {
        if (right.size() != said.size()) {
            return false;
        }
        for (int i = 0; i < right.size(); i++) {
            if (!sameStatement(right.get(i), said.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameStatement(JsonNode right, JsonNode said) {
        String kind = right.get("kind").asString();
        boolean whole = kind.equals("COMPOUND") || kind.equals("CONDITIONAL");
        return (whole ? MEMBERS_OF_WHOLE : MEMBERS)
                .stream().allMatch(member -> same(right.path(member), said.path(member)));
    }

    private static boolean same(JsonNode right, JsonNode said) {
        if (right.isString() && right.asString().equals("*")) {
            return !isNothing(said);
        }
        if (isNothing(right) || isNothing(said)) {
            return isNothing(right) && isNothing(said);
        }
        if (right.has("kind")) {
            return sameStatement(right, said);
        }
        if (right.isNumber() && said.isNumber()) {
            return Math.abs(right.asDouble() - said.asDouble()) <= SAME;
        }
        if (right.isArray()) {
            return sameElements(right, said);
        }
        if (isPoints(right) && isPoints(said)) {
            // the unit of percentage points is written in several ways: %, pp, 个点, or none
            return same(right.get("value"), said.get("value"));
        }
        if (right.isObject()) {
            var members = new TreeSet<String>();
            right.propertyNames().forEach(members::add);
            said.propertyNames().forEach(members::add);
            return members.stream().allMatch(member -> same(right.path(member), said.path(member)));
        }
        return right.asString("").equalsIgnoreCase(said.asString(""));
    }

    private static boolean sameElements(JsonNode right, JsonNode said) {
        if (!said.isArray() || right.size() != said.size()) {
            return false;
        }
        for (int i = 0; i < right.size(); i++) {
            if (!same(right.get(i), said.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPoints(JsonNode quantity) {
        return quantity.path("form").asString("").equals("PCT_POINTS");
    }

    /** A window whose ends are both open is none. */
    private static boolean isNothing(JsonNode node) {
        return node.isMissingNode()
                || node.isNull()
                || (node.isArray() || node.isObject()) && node.isEmpty()
                || node.isObject() && node.values().stream().allMatch(JsonNode::isNull);
    }
}
