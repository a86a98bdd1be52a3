package io.sandtable.store;

import static java.util.stream.Collectors.joining;

import io.sandtable.model.Attribute;
import io.sandtable.model.NodeType;
import io.sandtable.model.Origin;
import io.sandtable.model.RelationType;
import io.sandtable.model.ValueKind;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What docs/reference/graph.md says: the schema as the code has it, in words. */
final class GraphPage {
    private final StringBuilder page = new StringBuilder();

    static String write() {
        var page = new GraphPage();
        page.head();
        page.nodes();
        page.relations();
        page.kept();
        page.keysAndIndexes();
        return page.page.toString();
    }

    private void head() {
        page.append("""
                # Graph · 图谱

                What the graph of a company holds, written from the type table in `graph-model/model` and the schema in `graph-model/store` by `GraphPageTest`; do not edit it
                by hand. Names stand in code, graph, files and pages alike; [terms.md](terms.md) is the same as a glossary, [file-format.md](file-format.md) says how each is
                written in a file. A unit `unit` is the unit of the material concerned, `currency` the currency that stands beside it, CNY where none does. Prices are without VAT
                unless `priceIncludesVat` says otherwise; a share is a number of percent.

                """);
        page.append("Kinds of values: ")
                .append(Arrays.stream(ValueKind.values())
                        .map(kind -> "`%s` %s".formatted(word(kind), meaning(kind)))
                        .collect(joining(" · ")))
                .append(".\n");
    }

    private void nodes() {
        page.append("\n## Nodes · 节点\n");
        for (NodeType type : NodeType.values()) {
            page.append("\n### `%s` · %s · %s\n\nId: `%s-…`.\n"
                    .formatted(type.label(), type.zh(), type.en(), type.prefix()));
            if (type == NodeType.EVIDENCE) {
                evidence();
            } else {
                attributes(type.attributes());
            }
        }
    }

    private void evidence() {
        page.append("""

                | property | kind | required | meaning |
                |---|---|---|---|
                | `origin` | text | required | 来源性质 · %s |
                | `source` | text | required | 出处 · file, address, message or sentence |
                | `asOf` | date | required | 数据日期 · the day the source speaks of |
                | `sha256` | text | | 原件指纹 · of the archived original; absent where there is none |
                | `licence` | text | | 许可 · licence and owner of third-party data |
                | `by` | text | required for derived, default, user | 方法或人 · the method, or the person |
                """.formatted(
                Arrays.stream(Origin.values()).map(o -> "`" + o.code() + "`").collect(joining(", "))));
    }

    private void relations() {
        page.append(
                "\n## Relations · 关系\n\nEach may be bounded by `validFrom` and `validTo`, and stand several times between the same two nodes, told apart by `variant`.\n");
        for (RelationType type : RelationType.values()) {
            page.append("\n### `%s` · %s · %s\n\n%s → %s\n"
                    .formatted(type.name(), type.zh(), type.en(), ends(type.fromTypes()), ends(type.toTypes())));
            attributes(type.attributes());
        }
    }

    private void attributes(List<Attribute> attributes) {
        page.append("\n| attribute | kind | unit | required | meaning |\n|---|---|---|---|---|\n");
        for (Attribute a : attributes) {
            page.append("| `%s` | %s | %s | %s | %s · %s |\n"
                    .formatted(
                            a.name(),
                            word(a.kind()),
                            a.unit().isEmpty() ? "–" : a.unit(),
                            a.required() ? "required" : "",
                            a.zh(),
                            a.en()));
        }
    }

    private void kept() {
        page.append("""

                ## Evidence of every fact · 每条事实的依据

                | property | on | meaning |
                |---|---|---|
                | `%s` | nodes, relations | 依据编号 · the `Evidence` that states the thing, and each value of it that `%s` does not name |
                | `%s` | nodes, relations | 依据位置 · where in the source: row, cell, message; empty where the whole source says it |
                | `%s` | nodes, relations | 单值依据 · a list of `attribute TAB evidence TAB row` for values from elsewhere |
                | `%s` | relations | 变体 · tells apart several of one type between the same two nodes; empty for the first |

                ## History · 历史

                A change of the graph, in the transaction that makes it, appends a `Revision` and what it replaced. Nothing of that is read for the present business.

                | node | properties |
                |---|---|
                | `GraphRevision` | `number`: of the last change; also the lock of whoever writes |
                | `Revision` | `number`, `at` (the database's clock), `added`, `changed`, `removed` (things); `begins` where history begins |
                | `Former` | `revision`, `lines` (deflated text, a line per thing as it was before, small letters where it was not there), `ids` where it is about few things |
                | `SchemaVersion` | `number`: of the last migration; `typeTable`: a fingerprint of the statements below |

                ## Asking the graph · 查询

                `./sandtable graph [ID]` and `GET /api/v1/graph`, `GET /api/v1/graph/{id}` say what there is, where each value is from, and what was said before. Two questions, alone or together:
                what was *known* (`--revision N`, `--known-on DATE`; `revision`, `knownOn`) and what is *valid* by `validFrom` and `validTo` (`--valid-on DATE`; `validOn`). A state that history does not hold
                is refused with where history begins.
                """.formatted(
                        StoredThing.EVIDENCE_ID,
                        StoredThing.VALUE_SOURCES,
                        StoredThing.EVIDENCE_ROW,
                        StoredThing.VALUE_SOURCES,
                        StoredThing.VARIANT));
    }

    private void keysAndIndexes() {
        page.append("\n## Keys and indexes · 约束与索引\n\nSchema version %d.\n\n| on | | used for |\n|---|---|---|\n"
                .formatted(GraphSchema.VERSION));
        GraphSchema.KEYS.forEach(
                key -> page.append("| `%s.%s` | unique | finding it |\n".formatted(key.label(), key.property())));
        GraphSchema.INDEXES.forEach(index ->
                page.append("| `%s.%s` | index | %s |\n".formatted(index.label(), index.property(), index.use())));
    }

    private static String ends(Set<NodeType> types) {
        return types.size() == NodeType.values().length
                ? "any"
                : types.stream().sorted().map(type -> "`" + type.label() + "`").collect(joining(", "));
    }

    private static String word(ValueKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String meaning(ValueKind kind) {
        return switch (kind) {
            case TEXT -> "文字";
            case NUMBER -> "数";
            case DATE -> "日期";
            case FLAG -> "是否";
            case NAMES -> "几个名称, parted by a bar";
            case CURVE -> "曲线, steps such as 0=99;0.8=97";
            case SERIES -> "序列, dated values";
            case WEEK_PATTERN -> "每周时段, hours of a week";
            case DATE_RANGES -> "日期段";
            case DATED_WEEKS -> "分期时段, weeks that hold for some time";
            case CHANGEOVERS -> "换型矩阵, minutes between set-ups";
            case UNIT_FACTORS -> "单位换算, units in each other";
        };
    }
}
