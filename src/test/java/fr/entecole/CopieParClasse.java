package fr.entecole;

import com.github.benmanes.caffeine.cache.Cache;
import fr.entecole.demonstration.MondeNomme;
import fr.entecole.socle.Installation;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.support.AbstractTestExecutionListener;

/// Gives each test class its own copy of a database: the migrated one, or the one with the named world, loaded once by
/// the real import the first time a class asks for it.
public class CopieParClasse extends AbstractTestExecutionListener {

    private static String empty = "";
    private static String world = "";

    @Override
    public int getOrder() {
        return 1;
    }

    @Override
    public void beforeTestClass(TestContext test) {
        var context = test.getApplicationContext();
        var base = BaseDeTest.instance();
        if (empty.isEmpty()) {
            empty = base.currentDatabase();
            base.allow();
        }
        if (!AnnotatedElementUtils.hasAnnotation(test.getTestClass(), MondeTest.class)) {
            base.copy(empty);
        } else {
            if (world.isEmpty()) {
                base.copy(empty);
                forget(context);
                context.getBean(MondeNomme.class).load(LocalDate.now(context.getBean(Clock.class)), _ -> {});
                world = base.currentDatabase();
            }
            base.copy(world);
        }
        forget(context);
    }

    private static void forget(ApplicationContext context) {
        context.getBeansOfType(Cache.class).values().forEach(Cache::invalidateAll);
        context.getBean(Installation.class).read();
    }
}
