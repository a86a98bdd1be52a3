package io.sandtable.web.readiness;

import io.sandtable.datasets.plain.TemplateFile;
import io.sandtable.model.BusinessSnapshot;
import io.sandtable.model.NodeType;
import io.sandtable.model.RelationType;
import io.sandtable.web.company.Business;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The readiness of each company, worked out once for each revision of its data. */
@Component
class Readinesses {
    /** The tables that files can bring, in the order of the template. */
    static final List<Table> TEMPLATE = template();

    /** Nothing imported at all. */
    static final Readiness EMPTY = Readiness.of(BusinessSnapshot.of(List.of()), TEMPLATE);

    private final Map<String, Known> latest = new ConcurrentHashMap<>();

    private record Known(String hash, Readiness readiness, Health health) {}

    Readiness of(Business business) {
        return known(business).readiness();
    }

    Health health(Business business) {
        return known(business).health();
    }

    private Known known(Business business) {
        String company = business.card().name();
        BusinessSnapshot snapshot = business.snapshot();
        Known known = latest.get(company);
        if (known == null || !known.hash().equals(snapshot.hash())) {
            known = new Known(
                    snapshot.hash(),
                    Readiness.of(snapshot, TEMPLATE),
                    Health.of(snapshot, business.card().asOf()));
            latest.put(company, known);
        }
        return known;
    }

    private static List<Table> template() {
        List<String> files = TemplateFile.all().stream().map(TemplateFile::name).toList();
        Stream<Table> nodes = Arrays.stream(NodeType.values()).map(t -> new Table.Nodes(t, null));
        Stream<Table> relations = Arrays.stream(RelationType.values()).map(Table.Relations::new);
        return Stream.concat(nodes, relations)
                .filter(t -> files.contains(t.file()))
                .toList();
    }
}
