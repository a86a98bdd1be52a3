package io.sandtable.web.settings;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How hard a question is thought about.
 *
 * @param threads independent searches; recorded with each run, not taken from the machine
 * @param steps of the search for one strategy
 * @param unimprovedSteps after which a search ends early
 * @param timeLimit safety net; a run that meets it says so and does not promise to repeat
 * @param driverRuns base points of a sweep of all drivers at once; a power of two, 16 or more
 * @param riskRuns runs of a risk study
 */
@ConfigurationProperties("sandtable.simulation")
public record SimulationSettings(
        @DefaultValue("2") int threads,
        @DefaultValue("2000") long steps,
        @DefaultValue("2000") int unimprovedSteps,
        @DefaultValue("60s") Duration timeLimit,
        @DefaultValue("182") int horizonDays,
        @DefaultValue("20261121") long seed,
        @DefaultValue("256") int driverRuns,
        @DefaultValue("1000") int riskRuns) {}
