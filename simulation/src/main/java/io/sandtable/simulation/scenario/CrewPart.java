package io.sandtable.simulation.scenario;

import static io.sandtable.model.Attributes.ALTERNATIVE;
import static io.sandtable.model.Attributes.KIND;
import static io.sandtable.model.Attributes.LABOUR_RATE;
import static io.sandtable.model.Attributes.OPERATORS;
import static io.sandtable.model.Attributes.OPERATORS_PER_SHIFT;
import static io.sandtable.model.Attributes.PRIORITY;
import static io.sandtable.model.Attributes.SKILL;
import static io.sandtable.model.Attributes.SKILLS;

import io.sandtable.model.Node;
import io.sandtable.model.NodeType;
import io.sandtable.model.Relation;
import io.sandtable.model.RelationType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Labour groups that limit what can be worked at a time: those that say how many are on duty, and those that an operation asks for by
 * name. A group with members is as many as they are, each with the skills of his own and paid like the group where he says nothing else.
 */
final class CrewPart {
    private final Adjustments adjustments;
    private final Calendars calendars;
    private final List<PlanningProblem.Crew> crews = new ArrayList<>();
    private final Map<String, Integer> places = new LinkedHashMap<>();

    CrewPart(Adjustments adjustments, Calendars calendars) {
        this.adjustments = adjustments;
        this.calendars = calendars;
    }

    List<PlanningProblem.Crew> all() {
        return crews;
    }

    /** Whether people of the group are too few to be forgotten about. */
    static boolean limits(Node group) {
        return Stream.concat(Stream.of(group), members(group).stream())
                .anyMatch(crew -> crew.findNumber(OPERATORS_PER_SHIFT).isPresent());
    }

    /** All that the operation asks for; of relations of one alternative group one is enough. */
    List<PlanningProblem.CrewNeed> needs(Node process) {
        var groups = new LinkedHashMap<String, List<Relation>>();
        for (Relation staffed : process.out(RelationType.STAFFED_BY)) {
            String group = staffed.findText(ALTERNATIVE).orElse("#" + groups.size());
            groups.computeIfAbsent(group, g -> new ArrayList<>()).add(staffed);
        }
        return groups.values().stream()
                .map(group -> group.stream()
                        .sorted(Comparator.comparingDouble(r -> r.numberOr(PRIORITY, 1)))
                        .map(r -> need(r, 1))
                        .reduce(CrewPart::either)
                        .orElseThrow())
                .toList();
    }

    private static PlanningProblem.CrewNeed either(PlanningProblem.CrewNeed first, PlanningProblem.CrewNeed second) {
        return new PlanningProblem.CrewNeed(
                Stream.concat(first.oneOf().stream(), second.oneOf().stream()).toList(),
                Stream.concat(first.people().stream(), second.people().stream()).toList());
    }

    /**
     * What the relation asks for, so many people where it does not say: of the group, or of those of its members who have the skill.
     * Where none of them is enough alone the group does it as a whole; where nobody has the skill nobody does.
     */
    PlanningProblem.CrewNeed need(Relation staffedBy, double usually) {
        Node group = staffedBy.to();
        double people = staffedBy.numberOr(OPERATORS, usually);
        String skill = staffedBy.findText(SKILL).orElse("");
        List<Node> members = members(group);
        if (members.isEmpty()) {
            boolean able = group.names(SKILLS).isEmpty() || isAble(group, skill);
            return new PlanningProblem.CrewNeed(able ? List.of(place(group, group)) : List.of(), people);
        }
        List<Node> able =
                members.stream().filter(member -> isAble(member, skill)).toList();
        List<Integer> alone = able.stream()
                .map(member -> place(member, group))
                .filter(crew -> crews.get(crew).people() >= people)
                .toList();
        return new PlanningProblem.CrewNeed(
                alone.isEmpty() && !able.isEmpty() ? List.of(place(group, group)) : alone, people);
    }

    private static boolean isAble(Node member, String skill) {
        return skill.isEmpty() || member.names(SKILLS).contains(skill);
    }

    private static List<Node> members(Node group) {
        return group.in(RelationType.PART_OF).stream()
                .map(Relation::from)
                .filter(member -> member.type() == NodeType.EQUIPMENT && "labour".equals(member.text(KIND)))
                .toList();
    }

    /** @param rates who pays where the crew itself does not say */
    private int place(Node crew, Node rates) {
        return places.computeIfAbsent(crew.id(), id -> {
            Calendars.Shifts shifts = calendars.ofPeople(crew);
            double rate = crew.findNumber(LABOUR_RATE).orElseGet(() -> rates.numberOr(LABOUR_RATE, 0));
            crews.add(new PlanningProblem.Crew(
                    crews.size(),
                    crew.id(),
                    crew.name(),
                    people(crew, !crew.equals(rates)),
                    shifts.time(),
                    shifts.overtime(),
                    adjustments.value(Dimension.LABOUR_RATE, rate, crew)));
            return crews.size() - 1;
        });
    }

    /** A group is as many as its members are, who are one each unless they say otherwise; without members as many as it says. */
    private static double people(Node crew, boolean member) {
        List<Node> members = members(crew);
        return members.isEmpty()
                ? crew.numberOr(OPERATORS_PER_SHIFT, member ? 1 : Double.POSITIVE_INFINITY)
                : members.stream()
                        .mapToDouble(m -> m.numberOr(OPERATORS_PER_SHIFT, 1))
                        .sum();
    }
}
