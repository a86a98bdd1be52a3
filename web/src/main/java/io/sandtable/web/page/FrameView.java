package io.sandtable.web.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.spring6.view.ThymeleafView;

/**
 * A template with what the frame needs. The view adds it, not a controller's advice: pages of errors and of exception handlers, which
 * no advice reaches, have the same frame.
 */
public class FrameView extends ThymeleafView {
    @Override
    public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
            throws Exception {
        Map<String, @Nullable Object> all = new HashMap<>(
                obtainApplicationContext().getBean(FrameModel.class).of(request));
        if (model != null) {
            all.putAll(model);
        }
        super.render(all, request, response);
    }
}
