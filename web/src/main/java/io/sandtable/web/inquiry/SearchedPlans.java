package io.sandtable.web.inquiry;

import io.sandtable.simulation.plan.Progress;
import io.sandtable.simulation.strategy.Candidate;
import io.sandtable.simulation.strategy.PlanName;
import io.sandtable.simulation.strategy.SearchListener;
import io.sandtable.web.ask.Answer;
import io.sandtable.web.ask.AskQuestion;
import io.sandtable.web.ask.PlanSearch;
import io.sandtable.web.ask.Question;
import io.sandtable.web.ask.Understood;
import io.sandtable.web.company.Business;
import io.sandtable.web.company.LoadedCompanies;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Plans searched on the latest revision of the company's data; the run hears of them as they come. */
@Component
@Profile("service")
class SearchedPlans implements Planning {
    private final Answers answers;
    private final LoadedCompanies companies;
    private final AskQuestion ask;
    private final PlanSearch search;

    SearchedPlans(Answers answers, LoadedCompanies companies, AskQuestion ask, PlanSearch search) {
        this.answers = answers;
        this.companies = companies;
        this.ask = ask;
        this.search = search;
    }

    @Override
    public long plan(Inquiry inquiry, LiveRun run, Runnable mayGoOn, BooleanSupplier enough) {
        Business business = companies.business(inquiry.company());
        Answer answer = ask.plan(
                understood(inquiry, business),
                Objects.requireNonNull(inquiry.confirmedBy()),
                stage -> {
                    mayGoOn.run();
                    run.begins(stage);
                },
                watching(run, business),
                enough);
        mayGoOn.run();
        answers.keep(inquiry.id(), answer);
        return business.revision();
    }

    private SearchListener watching(LiveRun run, Business business) {
        return new SearchListener() {
            @Override
            public void strategies(List<String> ids) {
                run.strategies(ids);
            }

            @Override
            public void found(Candidate candidate) {
                PlanName name = search.name(business.snapshot(), candidate);
                run.found(new LiveRun.PlanSoFar(
                        candidate.strategy().id(),
                        name.zh(),
                        name.en(),
                        candidate.evaluation().kpis(),
                        candidate.evaluation().compliant()));
            }

            @Override
            public void better(Progress progress) {
                run.better(progress.strategy(), progress.lateOrders());
            }
        };
    }

    private static Understood understood(Inquiry inquiry, Business business) {
        var sentences = SaidSentences.of(inquiry.chips());
        var question = new Question(
                inquiry.company(),
                sentences.texts(),
                sentences.ruleIds(),
                inquiry.interventions(),
                inquiry.asOf(),
                inquiry.language(),
                inquiry.seed());
        return new Understood(question, business, inquiry.asOf(), sentences.understandings(), List.of());
    }
}
