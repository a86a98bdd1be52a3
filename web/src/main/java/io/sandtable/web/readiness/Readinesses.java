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

    private record Known(String hash, Readiness readiness) {}

    Readiness of(Business business) {
        String company = business.card().name();
        Known known = latest.get(company);
        if (known == null || !known.hash().equals(business.snapshot().hash())) {
            known = new Known(business.snapshot().hash(), Readiness.of(business.snapshot(), TEMPLATE));
            latest.put(company, known);
        }
        return known.readiness();
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
