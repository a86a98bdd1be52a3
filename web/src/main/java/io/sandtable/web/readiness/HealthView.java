package io.sandtable.web.readiness;

import io.sandtable.model.Attributes;
import io.sandtable.model.Node;
import io.sandtable.simulation.scenario.PaymentTerms;
import io.sandtable.web.Figures;
import io.sandtable.web.Language;
import io.sandtable.web.Words;
import java.util.List;

/** The health of a company's data in words, as the page shows it; no rows where nothing is doubtful. */
public record HealthView(List<Row> rows) {
    /**
     * A doubt.
     *
     * @param serious whether plans leave out or cannot make what it is about
     * @param share of all things of that kind, worded
     */
    public record Row(
            String title,
            boolean serious,
            int count,
            String share,
            List<Example> examples,
            String more,
            String remedy) {}

    /** A thing with its place in the picture of relations. */
    public record Example(String id, String name) {}

    static HealthView of(Health health, Language language) {
        Words words = Words.in(language);
        return new HealthView(health.findings().stream()
                .map(f -> row(f, health.opening(), language, words))
                .toList());
    }

    private static Row row(Health.Finding finding, OpeningBalance opening, Language language, Words words) {
        String key = "health." + finding.check().name();
        int left = finding.count() - finding.examples().size();
        return new Row(
                words.say(key),
                finding.check().isSerious(),
                finding.count(),
                words.say("health.share", new Figures(language).percent(100.0 * finding.count() / finding.of())),
                finding.examples().stream()
                        .map(node -> new Example(node.id(), name(node, language)))
                        .toList(),
                left > 0 ? words.say("health.more", left) : "",
                finding.check() == Check.OPENING_UNBALANCED
                        ? unbalanced(key, opening, new Figures(language), words)
                        : words.say(key + ".remedy", PaymentTerms.USUAL_DAYS));
    }

    private static String unbalanced(String key, OpeningBalance opening, Figures figures, Words words) {
        return words.say(
                key + ".remedy",
                figures.exactYuan(opening.assets()),
                figures.exactYuan(opening.liabilities()),
                figures.exactYuan(opening.equity()),
                figures.exactYuan(opening.off()));
    }

    /** Orders and lots have a number rather than a name. */
    private static String name(Node node, Language language) {
        String name = language.choose(node.name(), node.nameEn());
        return name.equals(node.id()) ? node.findText(Attributes.CODE).orElse(node.id()) : name;
    }
}
