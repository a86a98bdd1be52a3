package io.sandtable.web.page;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/** Every template is shown as a {@link FrameView}. */
@Configuration
class FrameViews {
    @Bean
    static BeanPostProcessor framedTemplates() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessBeforeInitialization(Object bean, String name) {
                if (bean instanceof ThymeleafViewResolver resolver) {
                    resolver.setViewClass(FrameView.class);
                }
                return bean;
            }
        };
    }
}
