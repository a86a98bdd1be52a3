package io.sandtable.datasets.frepple;

import io.sandtable.datasets.Dataset;
import io.sandtable.datasets.ProblemCode;
import io.sandtable.datasets.ReadOptions;
import io.sandtable.datasets.Title;
import io.sandtable.datasets.market.ExchangeRate;
import io.sandtable.datasets.market.MarketFiles;
import io.sandtable.datasets.market.MarketLinks;
import io.sandtable.datasets.reading.DatasetReader;
import io.sandtable.datasets.reading.Draft;
import io.sandtable.model.Fact.NodeFact;
import io.sandtable.model.NodeType;
import io.sandtable.model.Origin;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads a frePPLe model: the whole of a Django JSON export, or XML models, with public prices beside it where there are any. */
public final class FreppleReader implements DatasetReader {
    private static final Map<String, String> CURRENCIES =
            Map.of("$", "USD", "€", "EUR", "£", "GBP", "¥", "CNY", "￥", "CNY", "元", "CNY", "RMB", "CNY", "", "CNY");

    @Override
    public String name() {
        return "frepple";
    }

    @Override
    public boolean accepts(Path path) throws IOException {
        for (Path file : FreppleFiles.candidates(path)) {
            if (FreppleFiles.looksRight(file)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public Dataset read(Path path, ReadOptions options) throws IOException {
        Path source = path.toAbsolutePath().normalize();
        var draft = new Draft(String.valueOf(source.getFileName()).replaceFirst("\\.(json|xml|xml\\.gz)$", ""));
        Title title = Title.of(draft.name());
        var files = new FreppleFiles();
        for (Path file : FreppleFiles.candidates(source)) {
            files.read(file, draft);
        }
        files.complete(draft);
        if (files.all().isEmpty()) {
            if (!files.xmlBroken()) {
                draft.problem(ProblemCode.FORMAT_UNKNOWN, "", 0, "", path.toString(), "*.json|*.xml");
            }
            return draft.finish(title, Origin.REAL, options.asOf());
        }
        Map<String, String> parameters = parameters(files);
        LocalDate asOf = asOf(parameters, options, draft);
        if (asOf == null) {
            return draft.finish(title, Origin.REAL, null);
        }
        MarketFiles market = market(source, options, draft);
        var standIns = new StandIns(draft, asOf);
        String currency = currency(parameters);
        Optional<ExchangeRate> rate = rate(currency, asOf, market, standIns, draft);
        if (rate.isEmpty()) {
            draft.problem(ProblemCode.RATE_UNKNOWN, "", 0, "currency", currency, "CNY");
            return draft.finish(title, Origin.REAL, asOf);
        }
        var m = new Mapping(files, draft, asOf, standIns, rate.get());
        map(m);
        if (market != null) {
            MarketLinks.frepple()
                    .state(
                            market,
                            draft,
                            asOf,
                            c -> rate(c, asOf, market, standIns, draft),
                            item -> m.names.find(NodeType.MATERIAL, item));
        }
        new FreppleLeftovers(m).report();
        return draft.finish(title, Origin.REAL, asOf);
    }

    private static void map(Mapping m) {
        var calendars = new FreppleCalendars(m);
        var items = new FreppleItems(m);
        var resources = new FreppleResources(m, calendars);
        var operations = new FreppleOperations(m, resources);
        var supply = new FreppleSupply(m, items);
        var transfers = new FreppleTransfers(m, items);
        var orders = new FreppleOrders(m, items, transfers);
        calendars.state();
        items.state();
        resources.state(operations.beside());
        operations.state();
        supply.state();
        transfers.state();
        orders.state();
        m.draft.state(
                new NodeFact(
                        NodeType.ACCOUNT,
                        m.names.id(NodeType.ACCOUNT, "opening-cash"),
                        Map.of(
                                "name",
                                "期初现金",
                                "nameEn",
                                "opening cash",
                                "kind",
                                "cash",
                                "amount",
                                m.standIns.number("opening-cash")),
                        m.standIns.evidence("opening-cash"),
                        ""),
                "",
                0);
    }

    private static Map<String, String> parameters(FreppleFiles files) {
        var parameters = new TreeMap<String, String>();
        files.of("common.parameter").forEach(p -> parameters.put(p.name(), p.written("value")));
        return parameters;
    }

    private static @Nullable LocalDate asOf(Map<String, String> parameters, ReadOptions options, Draft draft) {
        if (options.asOf() != null) {
            return options.asOf();
        }
        String written = parameters.getOrDefault("currentdate", "");
        LocalDate day = Mapping.moment(written)
                .map(java.time.LocalDateTime::toLocalDate)
                .orElse(null);
        if (day == null) {
            draft.problem(ProblemCode.AS_OF_MISSING, "", 0, "currentdate", written, "--as-of 2021-01-01");
        }
        return day;
    }

    /** The file's currency; its parameter is a symbol, with a comma behind it where it stands before the amount. */
    private static String currency(Map<String, String> parameters) {
        String symbol = parameters.getOrDefault("currency", "").replace(",", "").strip();
        return CURRENCIES.getOrDefault(symbol, symbol);
    }

    private static Optional<ExchangeRate> rate(
            String currency, LocalDate asOf, @Nullable MarketFiles market, StandIns standIns, Draft draft) {
        Optional<ExchangeRate> published = market == null ? Optional.empty() : market.rate(currency, asOf);
        if (published.isPresent()) {
            ExchangeRate r = published.get();
            draft.problem(ProblemCode.CURRENCY_CONVERTED, "", 0, "currency", currency, r.told());
            return published;
        }
        return standIns.rate(currency);
    }

    private static @Nullable MarketFiles market(Path source, ReadOptions options, Draft draft) throws IOException {
        if (options.market() != null && !MarketFiles.in(options.market())) {
            draft.problem(
                    ProblemCode.PATH_NOT_FOUND,
                    "",
                    0,
                    "market",
                    options.market().toString(),
                    "");
            return null;
        }
        Path folder = options.market() != null
                ? options.market()
                : source.resolve("../../market").normalize();
        if (!MarketFiles.in(folder)) {
            draft.problem(ProblemCode.MARKET_NOT_FOUND, "", 0, "market", folder.getFileName() + "", "");
            return null;
        }
        return MarketFiles.read(folder);
    }

    /** The models that a total is taken over: each object must have become at least one fact. */
    static final List<String> COUNTED = List.of(
            "input.item",
            "input.location",
            "input.customer",
            "input.supplier",
            "input.itemsupplier",
            "input.itemsubstitute",
            "input.itemdistribution",
            "input.resource",
            "input.operation",
            "input.operationmaterial",
            "input.operationresource",
            "input.buffer",
            "input.demand",
            "input.operationplan");
}
