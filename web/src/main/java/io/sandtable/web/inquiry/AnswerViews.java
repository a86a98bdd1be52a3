package io.sandtable.web.inquiry;

import io.sandtable.web.Once;
import io.sandtable.web.ask.Answer;
import io.sandtable.web.settings.RunSettings;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * What pages and REST have worked out of an answer, kept beside it: many people read the same plans, and an answer never changes. An
 * inquiry that is run again has another answer, and so other views.
 */
@Component
public class AnswerViews {
    /** Kept of one answer; the least used are worked out again when somebody asks. */
    private static final int MOST_VIEWS = 200;

    private final Map<String, Shelf> shelves;

    AnswerViews(RunSettings settings) {
        this.shelves = lastUsed(settings.answersInMemory());
    }

    /**
     * The view under that key; made by the first who asks, while others that want it wait.
     *
     * @param key a value that names kind of view, language and options; views of one key have one type
     */
    @SuppressWarnings("unchecked")
    public <T> T get(String inquiryId, Answer answer, Object key, Supplier<T> make) {
        Once<?> once;
        synchronized (shelves) {
            Shelf shelf = shelves.get(inquiryId);
            if (shelf == null || shelf.answer != answer) {
                shelf = new Shelf(answer, lastUsed(MOST_VIEWS));
                shelves.put(inquiryId, shelf);
            }
            once = shelf.views.computeIfAbsent(key, k -> new Once<T>());
        }
        return ((Once<T>) once).get(make);
    }

    private static <K, V> Map<K, V> lastUsed(int most) {
        return new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        };
    }

    private record Shelf(Answer answer, Map<Object, Once<?>> views) {}
}
