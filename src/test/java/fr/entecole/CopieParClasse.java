package fr.entecole;

import com.github.benmanes.caffeine.cache.Cache;
import fr.entecole.demonstration.MondeNomme;
import fr.entecole.socle.Installation;
import fr.entecole.socle.contrats.Reserves;
import java.time.Clock;
import java.time.LocalDate;
import java.util.IdentityHashMap;
import java.util.Map;
import org.springframework.context.ApplicationContext;
import org.springframework.context.Lifecycle;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.support.AbstractTestExecutionListener;

/// Gives each test class its own copy of a database: the migrated one, or the one with the named world, loaded once by
/// the real import the first time a class asks for it.
public class CopieParClasse extends AbstractTestExecutionListener {

    private static final String EAR = "oreille";

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
        var template = AnnotatedElementUtils.hasAnnotation(test.getTestClass(), MondeTest.class)
                ? WORLD.computeIfAbsent(context, _ -> world(base, empty, context))
                : empty;
        deafWhile(context, () -> {
            base.copy(template);
            forget(context);
        });
    }

    /// By itself, the node's ear would come back a second after its connection is cut, and the first page of the class
    /// wait for it.
    private static void deafWhile(ApplicationContext context, Runnable move) {
        if (!context.containsBean(EAR)) {
            move.run();
            return;
        }
        var ear = context.getBean(EAR, Lifecycle.class);
        var stopping = Thread.startVirtualThread(ear::stop); // it ends when its connection does
        move.run();
        try {
            stopping.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        ear.start();
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
        context.getBeansOfType(Reserves.class).values().forEach(Reserves::refresh);
    }
}
