package fr.entecole;

import com.github.benmanes.caffeine.cache.Cache;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.support.AbstractTestExecutionListener;

/// Gives each test class its own copy of the database and empties the caches that the former class filled.
public class CopieParClasse extends AbstractTestExecutionListener {

    private static String template = "";

    @Override
    public int getOrder() {
        return 1;
    }

    @Override
    public void beforeTestClass(TestContext test) {
        var context = test.getApplicationContext();
        var base = BaseDeTest.instance();
        if (template.isEmpty()) {
            template = base.currentDatabase();
            base.becomeTemplate(template);
        }
        base.copy();
        context.getBeansOfType(Cache.class).values().forEach(Cache::invalidateAll);
    }
}
