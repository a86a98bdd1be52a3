package io.sandtable.web.drivers;

import io.sandtable.simulation.drivers.DriverRun;
import io.sandtable.simulation.risk.Exposure;
import io.sandtable.simulation.risk.Input;
import io.sandtable.simulation.risk.RiskResult;
import io.sandtable.simulation.risk.RiskRun;
import io.sandtable.simulation.sensitivity.HeatMap;
import io.sandtable.simulation.sensitivity.Kpi;
import io.sandtable.simulation.sensitivity.Mode;
import io.sandtable.simulation.sensitivity.Range;
import io.sandtable.simulation.sensitivity.Spider;
import io.sandtable.simulation.sensitivity.Tornado;
import io.sandtable.web.ask.Alternative;
import io.sandtable.web.drivers.StagedWork.Standing;
import io.sandtable.web.drivers.StagedWork.State;
import io.sandtable.web.drivers.Study.Global;
import io.sandtable.web.drivers.Study.Turn;
import io.sandtable.web.settings.SimulationSettings;
import jakarta.annotation.PreDestroy;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What people want to know of plans whose inputs move. What takes minutes never keeps waiting what takes seconds. */
@Component
@Profile("service")
class Studies {
    private final SimulationSettings settings;
    private final StagedWork seconds;
    private final StagedWork minutes;

    Studies(Bench bench, SimulationSettings settings) {
        this.settings = settings;
        this.seconds = new StagedWork("drivers", bench);
        this.minutes = new StagedWork("sweeps", bench);
    }

    Standing<Tornado> tornado(Asked asked) {
        // of the recommended plan an answer brings it along
        boolean known = asked.plan() == asked.answer().recommended()
                && asked.kpi() == asked.answer().tornado().kpi()
                && asked.mode() == asked.answer().tornado().mode()
                && asked.ranges().typed().isEmpty();
        return known
                ? new Standing<>(State.DONE, asked.answer().tornado(), 1, 0, 0)
                : seconds.findOrBegin(new Study.OneAtATime(
                        asked.of(), asked.kpi(), asked.ranges().all()));
    }

    /** The usual tornado of a plan's gross margin, where somebody has asked for it. */
    Optional<Tornado> findTornado(String inquiryId, Alternative plan) {
        return seconds.find(usual(inquiryId, plan)).flatMap(Standing::result);
    }

    /** The same; where nobody has it begins. */
    Optional<Tornado> findOrBeginTornado(String inquiryId, Alternative plan) {
        return seconds.findOrBegin(usual(inquiryId, plan)).result();
    }

    private static Study.OneAtATime usual(String inquiryId, Alternative plan) {
        return new Study.OneAtATime(
                new Study.Of(inquiryId, plan.id(), Mode.PLAN_FIXED), Kpi.GROSS_MARGIN, Range.standIns());
    }

    Standing<Spider> spider(Asked asked) {
        return seconds.findOrBegin(
                new Study.AllTheWay(asked.of(), asked.kpi(), asked.ranges().all()));
    }

    Standing<HeatMap> heatMap(Asked asked) {
        return seconds.findOrBegin(new Study.TwoAtATime(
                asked.of(),
                asked.kpi(),
                asked.ranges().of(asked.across()),
                asked.ranges().of(asked.up())));
    }

    Standing<Turn> turn(Asked asked) {
        return seconds.findOrBegin(new Study.Against(
                asked.of(), asked.against().id(), asked.kpi(), asked.ranges().all()));
    }

    Standing<List<Exposure>> outages(Asked asked) {
        return seconds.findOrBegin(new Study.Outages(asked.of()));
    }

    Standing<Global> global(Asked asked) {
        return minutes.findOrBegin(allAtOnce(asked));
    }

    Standing<RiskResult> risk(Asked asked) {
        return minutes.findOrBegin(chances(asked));
    }

    /** How the long study that the view shows stands, where it has begun. */
    Optional<? extends Standing<?>> standing(Asked asked) {
        return minutes.find(shown(asked));
    }

    void stop(Asked asked) {
        minutes.stop(shown(asked));
    }

    void goOn(Asked asked) {
        minutes.goOn(shown(asked));
    }

    private Study<?> shown(Asked asked) {
        return asked.view() == Asked.View.RISK ? chances(asked) : allAtOnce(asked);
    }

    private Study.AllAtOnce allAtOnce(Asked asked) {
        return new Study.AllAtOnce(
                asked.of(),
                DriverRun.independent(
                        asked.answer().planner().seed(), settings.driverRuns(), asked.mode(), inputs(asked)));
    }

    private Study.Chances chances(Asked asked) {
        return new Study.Chances(
                asked.id(),
                asked.answer().all().stream().map(Alternative::id).toList(),
                RiskRun.independent(asked.answer().planner().seed(), settings.riskRuns(), asked.mode(), inputs(asked)));
    }

    private static List<Input> inputs(Asked asked) {
        return asked.ranges().all().stream().map(Input::of).toList();
    }

    @PreDestroy
    void stop() {
        seconds.close();
        minutes.close();
    }
}
