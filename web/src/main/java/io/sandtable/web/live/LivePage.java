package io.sandtable.web.live;

import io.sandtable.ingest.LiveFeed;
import io.sandtable.ingest.ReplayResult;
import io.sandtable.web.Language;
import io.sandtable.web.Words;
import io.sandtable.web.api.Refusal;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /live}: what is true now. */
@Controller
@Profile("service")
@RequestMapping("/live")
class LivePage {
    private final Live live;
    private final LiveViews views;

    LivePage(Live live, LiveViews views) {
        this.live = live;
        this.views = views;
    }

    @GetMapping
    String show(Language language, Model model) {
        model.addAttribute("live", views.show(language));
        return "live/live";
    }

    /** The part that changes by itself. */
    @GetMapping("/now")
    String now(Language language, Model model) {
        model.addAttribute("live", views.show(language));
        return "live/now :: now";
    }

    /** Tries a dead letter again, once a person has put right what it lacked. */
    @PostMapping("/dead/{id}/replay")
    String replay(@PathVariable String id, Language language, RedirectAttributes then) {
        Words words = Words.in(language);
        LiveFeed feed = live.find().orElseThrow(() -> new Refusal(HttpStatus.SERVICE_UNAVAILABLE, "LIVE_UNAVAILABLE"));
        try {
            ReplayResult result = feed.replay(id);
            then.addFlashAttribute("replayed", result.accepted());
            then.addFlashAttribute("said", said(result, words));
        } catch (IllegalArgumentException gone) {
            throw Refusal.notFound("DEAD_LETTER_GONE");
        }
        return "redirect:/live";
    }

    private static String said(ReplayResult result, Words words) {
        return result.reason()
                .map(reason -> words.say(
                        "live.replay.refused",
                        words.say(
                                "live.dead." + reason.name(), result.arguments().toArray())))
                .orElseGet(() -> words.say("live.replay.accepted"));
    }

    /** Tries to start again what could not be started. */
    @PostMapping("/again")
    String again() {
        live.again();
        return "redirect:/live";
    }
}
