package io.sandtable.rules.language;

import io.sandtable.model.NodeType;
import io.sandtable.rules.grammar.Sentence;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** All names, literals and words that may begin at the places of a sentence. */
final class Lattice {
    private static final Pattern PRONOUN = Pattern.compile(
            "(?:该|那家|那个|那台|那条|那道|那款|那张|那位|这家|这个|这台|这种|这道|这张|这条|这位|这|此|本)(供应商|客户|物料|产品|设备|机器|产线|线|工序|订单|产品族|厂家|料|机台|单子?|工艺|车间(?!主任)|班组|工厂)|(它|这家(?![供厂])|该司|该厂|该(?=的))|this (supplier|customer|material|product|machine|operation|order|family)");
    private static final Map<String, NodeType> PRONOUN_TYPES = Map.ofEntries(
            Map.entry("供应商", NodeType.SUPPLIER),
            Map.entry("supplier", NodeType.SUPPLIER),
            Map.entry("客户", NodeType.CUSTOMER),
            Map.entry("customer", NodeType.CUSTOMER),
            Map.entry("物料", NodeType.MATERIAL),
            Map.entry("material", NodeType.MATERIAL),
            Map.entry("产品", NodeType.MATERIAL),
            Map.entry("product", NodeType.MATERIAL),
            Map.entry("设备", NodeType.EQUIPMENT),
            Map.entry("机器", NodeType.EQUIPMENT),
            Map.entry("产线", NodeType.EQUIPMENT),
            Map.entry("线", NodeType.EQUIPMENT),
            Map.entry("machine", NodeType.EQUIPMENT),
            Map.entry("工序", NodeType.PROCESS),
            Map.entry("operation", NodeType.PROCESS),
            Map.entry("订单", NodeType.ORDER),
            Map.entry("单", NodeType.ORDER),
            Map.entry("单子", NodeType.ORDER),
            Map.entry("厂家", NodeType.SUPPLIER),
            Map.entry("料", NodeType.MATERIAL),
            Map.entry("车间", NodeType.EQUIPMENT),
            Map.entry("班组", NodeType.EQUIPMENT),
            Map.entry("工厂", NodeType.SITE),
            Map.entry("机台", NodeType.EQUIPMENT),
            Map.entry("工艺", NodeType.PROCESS),
            Map.entry("order", NodeType.ORDER),
            Map.entry("产品族", NodeType.FAMILY),
            Map.entry("family", NodeType.FAMILY));

    private static final int LEAST_OPENED = 3;

    private static final String FIGURE_END = "%点成万元";

    private final Lexicon lexicon;
    private final NameIndex names;
    private final Times times;
    private final Slips slips;
    private final TariffHours tariff;
    private final Optional<NameIndex.Mention> context;

    Lattice(
            Lexicon lexicon,
            NameIndex names,
            Times times,
            Slips slips,
            TariffHours tariff,
            Optional<NameIndex.Mention> context) {
        this.lexicon = lexicon;
        this.names = names;
        this.times = times;
        this.slips = slips;
        this.tariff = tariff;
        this.context = context;
    }

    /** The best paths, fillers left out; equal ones once. */
    List<List<Token>> paths(NormalText sentence) {
        return cut(sentence).best();
    }

    /** All edges of a sentence, for its best paths and, where those say nothing, for looser ones. */
    Cut cut(NormalText sentence) {
        var edges = new ArrayList<List<Token>>();
        var named = new BitSet();
        var opened = new BitSet();
        for (int i = 0; i < sentence.length(); i++) {
            Optional<Token> pronoun = pronoun(sentence, i);
            List<Token> here = edgesAt(sentence, i, pronoun);
            boolean introduces = pronoun.filter(p -> sentence.text().charAt(p.start()) == '那')
                    .filter(p -> p.end() < sentence.length()
                            && !names.at(sentence, p.end()).isEmpty())
                    .isPresent();
            if (named.get(i) || introduces || isNamedBefore(sentence, i, edges, named)) {
                // 拉伸这道工序 names it before
                pronoun.ifPresent(again -> {
                    here.remove(again);
                    here.add(new Token(Sentence.FILLER, again.start(), again.end(), null));
                });
            }
            if (opened.get(i)) {
                // 开桶后七天之内 counts from then on, not from today
                here.removeIf(t -> t.type() == Sentence.TIME);
            }
            here.stream()
                    .filter(t -> t.type() == Sentence.MOMENT && t.end() - t.start() >= LEAST_OPENED)
                    .forEach(t -> opened.set(t.end()));
            here.stream().filter(t -> t.type() == Sentence.NAME).forEach(t -> named.set(t.end()));
            edges.add(here);
        }
        return new Cut(sentence, edges);
    }

    /** 华裕的SAC0307发干，停用这个料: without a page to point at, it is what the sentence names. */
    private boolean isNamedBefore(NormalText sentence, int at, List<List<Token>> edges, BitSet named) {
        Matcher matcher = PRONOUN.matcher(sentence.text()).region(at, sentence.length());
        if (context.isPresent() || !matcher.lookingAt() || matcher.group(3) != null) {
            return false;
        }
        if (matcher.group(1) == null) {
            // 甬铜的漆包线至少给它三分之一
            String before = sentence.text().substring(0, at);
            int clause = Math.max(before.lastIndexOf(','), before.lastIndexOf('。')) + 1;
            return named.stream().anyMatch(end -> end > clause);
        }
        NodeType wanted = PRONOUN_TYPES.get(matcher.group(1));
        return edges.stream()
                        .flatMap(List::stream)
                        .flatMap(t -> t.meanings().stream())
                        .filter(m -> m.type() == wanted)
                        .distinct()
                        .count()
                == 1;
    }

    /** Whether a word of the clause says that it is a remark: 因为, 老板说的. */
    boolean isMarked(NormalText clause) {
        return IntStream.range(0, clause.length())
                .anyMatch(i -> lexicon.at(clause, i).stream().anyMatch(t -> t.type() == Sentence.REMARK));
    }

    /** Whether something in a clause could be a name that was typed wrong, so that it is never left out. */
    boolean mayBeNamed(NormalText clause) {
        return names.mayBeNamed(clause);
    }

    private List<Token> edgesAt(NormalText sentence, int at, Optional<Token> pronoun) {
        if (sentence.text().charAt(at) == ' ') {
            return new ArrayList<>();
        }
        var edges = new ArrayList<Token>();
        edges.addAll(names.at(sentence, at));
        edges.addAll(times.at(sentence, at));
        tariff.at(sentence, at).ifPresent(edges::add);
        edges.addAll(Amounts.at(sentence, at));
        lexicon.at(sentence, at).stream()
                .filter(t -> t.type() != Sentence.IF || !isPause(sentence, t))
                .forEach(edges::add);
        // 标准轴承 may be others than the ones that are known
        boolean narrows = edges.stream().anyMatch(t -> t.type() == Sentence.NARROWS && isNameAt(sentence, t.end()));
        edges.removeIf(t -> t.type() == Sentence.NARROWS || narrows && t.type() == Sentence.FILLER);
        // 装配线停机 is a name and what becomes of it, not something that is fitted
        boolean named = edges.stream().anyMatch(t -> t.type() == Sentence.NAME);
        edges.addAll(Marks.at(sentence, at));
        Phrases.at(sentence, at).stream()
                .filter(t -> !named || t.type() != Sentence.MAINTENANCE && t.type() != Sentence.OTHER_COST)
                .filter(t -> t.type() != Sentence.OTHER_COST || edges.stream().noneMatch(e -> e.end() == t.end()))
                .forEach(edges::add);
        pronoun.ifPresent(edges::add);
        // "the foundry" names it where there is one of that name
        edges.removeIf(t ->
                t.type() == Sentence.FILLER && edges.stream().anyMatch(e -> isNamed(e) && e.end() == t.end()));
        if (edges.isEmpty()) {
            slips.at(sentence, at).ifPresent(edges::add);
        }
        edges.add(unknown(sentence, at));
        return edges;
    }

    private boolean isNameAt(NormalText sentence, int at) {
        int start = at < sentence.length() && sentence.text().charAt(at) == ' ' ? at + 1 : at;
        return start < sentence.length() && !names.at(sentence, start).isEmpty();
    }

    private static boolean isNamed(Token token) {
        return token.value() instanceof NameIndex.Mention mention && mention.exact();
    }

    /** 那个韭菜饺呢要加到…: only at the end of a clause 呢 supposes. */
    private static boolean isPause(NormalText sentence, Token word) {
        return sentence.text().startsWith("呢", word.start())
                && word.end() - word.start() == 1
                && word.end() < sentence.length()
                && sentence.text().substring(word.end(), word.end() + 1).matches("[\\u4e00-\\u9fa5\\w]");
    }

    private Optional<Token> pronoun(NormalText sentence, int at) {
        Matcher matcher = PRONOUN.matcher(sentence.text()).region(at, sentence.length());
        if (!matcher.lookingAt() || !sentence.isBoundary(at) || !sentence.isBoundary(matcher.end())) {
            return Optional.empty();
        }
        if (at > 0 && FIGURE_END.indexOf(sentence.text().charAt(at - 1)) >= 0) {
            // 守住22%这条线 points at the figure
            return Optional.of(new Token(Sentence.FILLER, at, matcher.end(), null));
        }
        // 它 may be anything
        NodeType wanted = matcher.group(2) != null
                ? null
                : PRONOUN_TYPES.get(matcher.group(1) != null ? matcher.group(1) : matcher.group(3));
        var meant = context.stream()
                .flatMap(mention -> mention.meanings().stream())
                .filter(meaning -> wanted == null || meaning.type() == wanted)
                .toList();
        return Optional.of(new Token(Sentence.NAME, at, matcher.end(), new NameIndex.Mention(matcher.group(), meant)));
    }

    /** A whole Latin word, or one character of any other script. */
    private static Token unknown(NormalText sentence, int at) {
        int end = at + 1;
        while (!sentence.isBoundary(end)) {
            end++;
        }
        return new Token(Sentence.UNKNOWN, at, end, null);
    }
}
