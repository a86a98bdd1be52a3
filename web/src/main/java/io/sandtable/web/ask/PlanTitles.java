package io.sandtable.web.ask;

import io.sandtable.model.BusinessSnapshot;
import io.sandtable.model.Node;
import io.sandtable.simulation.strategy.Candidate;
import io.sandtable.simulation.strategy.Choices;
import io.sandtable.simulation.strategy.PlanName;
import java.util.function.BinaryOperator;

/** Names of plans in both languages: the problem knows one name of a thing, the snapshot knows the English one too. */
final class PlanTitles {
    private final BusinessSnapshot snapshot;

    PlanTitles(BusinessSnapshot snapshot) {
        this.snapshot = snapshot;
    }

    PlanName of(Candidate candidate) {
        String id = candidate.strategy().id();
        return new PlanName(
                PlanName.of(id, candidate.choices()).zh(),
                PlanName.of(id, inEnglish(candidate.choices())).en());
    }

    private Choices inEnglish(Choices choices) {
        BinaryOperator<String> english =
                (id, name) -> snapshot.findNode(id).map(Node::nameEn).orElse(name);
        return new Choices(
                choices.investments().stream()
                        .map(i -> new Choices.Investment(
                                i.equipment(), english.apply(i.equipment(), i.name()), i.supplierName()))
                        .toList(),
                choices.keptTools().stream()
                        .map(k -> new Choices.KeptTool(
                                k.equipment(), english.apply(k.equipment(), k.name()), k.lifePercent()))
                        .toList(),
                choices.outsourced().stream()
                        .map(o -> new Choices.Outsourced(
                                o.process(),
                                o.name(),
                                english.apply(o.process(), o.technology()),
                                o.supplier(),
                                english.apply(o.supplier(), o.supplierName()),
                                o.sharePercent(),
                                o.yuan()))
                        .toList(),
                choices.overtimeHours(),
                choices.suppliers(),
                choices.liftedRules(),
                choices.bufferDays(),
                choices.safetyStockUsed());
    }
}
