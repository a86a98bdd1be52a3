package io.sandtable.web.live;

import io.sandtable.ingest.SensorState;
import io.sandtable.model.Attributes;
import io.sandtable.model.BusinessSnapshot;
import io.sandtable.model.Node;
import io.sandtable.model.NodeType;
import io.sandtable.model.RelationType;
import io.sandtable.web.Figures;
import io.sandtable.web.Language;
import io.sandtable.web.Words;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A sensor's last reading.
 *
 * @param place where it hangs; empty where the message does not say
 * @param range of the last 24 hours
 * @param alarm why its place is too warm or too cold; null where it is not, or where the place has no limits
 */
public record SensorView(
        String sensor,
        String place,
        String temperatureClass,
        String value,
        String range,
        Instant at,
        @Nullable String alarm) {
    private static final String CELSIUS = "°C";
    /** The unit of a switch, off or on. */
    private static final String SWITCH = "1";

    static SensorView of(SensorState state, @Nullable BusinessSnapshot snapshot, Words words) {
        Language language = words.language();
        var figures = new Figures(language);
        Optional<Node> place =
                Optional.ofNullable(snapshot).flatMap(s -> state.place().flatMap(p -> find(s, p)));
        String temperatureClass = place.flatMap(SensorView::temperatureClass).orElse("");
        String range = state.low().isPresent() && state.high().isPresent()
                ? amount(state.low().getAsDouble(), state.unit(), figures)
                        + language.choose(" ～ ", " – ")
                        + amount(state.high().getAsDouble(), state.unit(), figures)
                : Figures.MISSING;
        return new SensorView(
                state.sensor(),
                place.map(p -> language.choose(p.name(), p.nameEn()))
                        .or(state::place)
                        .orElse(""),
                temperatureClass,
                amount(state.value(), state.unit(), figures),
                range,
                state.at(),
                alarm(state, temperatureClass, figures, words));
    }

    private static @Nullable String alarm(SensorState state, String temperatureClass, Figures figures, Words words) {
        TemperatureRange limits = TemperatureRange.of(temperatureClass).orElse(null);
        if (limits == null || !state.quantity().equals("temperature")) {
            return null;
        }
        if (limits.isAbove(state.value())) {
            return words.say("live.sensor.above", amount(limits.highest(), CELSIUS, figures));
        }
        return limits.isBelow(state.value())
                ? words.say("live.sensor.below", amount(limits.lowest(), CELSIUS, figures))
                : null;
    }

    private static Optional<Node> find(BusinessSnapshot snapshot, String place) {
        return snapshot.findNode(place)
                .or(() -> Stream.of(NodeType.ZONE, NodeType.BIN)
                        .flatMap(type -> snapshot.nodes(type).stream())
                        .filter(n -> n.findText(Attributes.CODE)
                                .filter(place::equals)
                                .isPresent())
                        .findFirst());
    }

    /** A bin's own class, else that of its zone. */
    private static Optional<String> temperatureClass(Node place) {
        return place.findText(Attributes.TEMPERATURE_CLASS)
                .or(() -> place.out(RelationType.PART_OF).stream()
                        .flatMap(r -> r.to().findText(Attributes.TEMPERATURE_CLASS).stream())
                        .findFirst());
    }

    private static String amount(double value, String unit, Figures figures) {
        return figures.fixed(value, 1).replace('-', '−') + (unit.equals(SWITCH) ? "" : " " + unit);
    }
}
