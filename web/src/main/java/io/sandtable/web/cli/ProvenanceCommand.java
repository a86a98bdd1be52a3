package io.sandtable.web.cli;

import io.sandtable.web.ask.DecisionProvenance;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code audit provenance DECISION}: where its figures come from, as W3C PROV-JSON. */
@Command(
        name = "provenance",
        mixinStandardHelpOptions = true,
        description = "来历 / where a decision's figures come from, as PROV-JSON")
final class ProvenanceCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DECISION", description = "审计编号 / audit number, such as A-2026-1121-001")
    private String number = "";

    @Mixin
    private LanguageOption options = new LanguageOption();

    @Override
    public Integer call() {
        try (Service service = Service.start()) {
            byte[] json = service.get(DecisionProvenance.class).of(number);
            options.out().println(new String(json, StandardCharsets.UTF_8));
            return ExitCode.DONE;
        }
    }
}
