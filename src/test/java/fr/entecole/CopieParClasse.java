package fr.entecole;

import com.github.benmanes.caffeine.cache.Cache;
import fr.entecole.demonstration.MondeNomme;
import fr.entecole.socle.Installation;
import java.time.Clock;
import java.time.LocalDate;
import java.util.IdentityHashMap;
import java.util.Map;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.support.AbstractTestExecutionListener;

/// Gives each test class its own copy of a database: the migrated one, or the one with the named world, loaded once by
/// the real import the first time a class asks for it.
public class CopieParClasse extends AbstractTestExecutionListener {

    /// By application: each has made its own, with what its modules bring.
    private static final Map<ApplicationContext, String> EMPTY = new IdentityHashMap<>();

    private static final Map<ApplicationContext, String> WORLD = new IdentityHashMap<>();

    @Override
    public int getOrder() {
        return 1;
    }

    @Override
    public void beforeTestClass(TestContext test) {
        var base = BaseDeTest.instance();
        var context = test.getApplicationContext();
        var empty = EMPTY.computeIfAbsent(context, _ -> {
            base.allow();
            return base.currentDatabase();
        });
        if (!AnnotatedElementUtils.hasAnnotation(test.getTestClass(), MondeTest.class)) {
            base.copy(empty);
        } else {
            base.copy(WORLD.computeIfAbsent(context, _ -> world(base, empty, context)));
        }
        forget(context);
    }

    private static String world(BaseDeTest base, String empty, ApplicationContext context) {
        var world = base.template(empty);
        forget(context);
        context.getBean(MondeNomme.class).load(LocalDate.now(context.getBean(Clock.class)), _ -> {});
        return world;
    }

    private static void forget(ApplicationContext context) {
        context.getBeansOfType(Cache.class).values().forEach(Cache::invalidateAll);
        context.getBean(Installation.class).read();
    }
}
