package fr.entecole;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.AliasFor;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.test.context.TestExecutionListeners;
import org.springframework.test.context.TestPropertySource;

/// A test of one module as it stands without its neighbours: the beans of its package, of those it depends on, of the
/// ground floor, and nothing else. Every room passes one before it meets the others. No server, no pages, unless asked.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ApplicationModuleTest(extraIncludes = "exploitation", verifyAutomatically = false)
@Import(BaseDeTestConfiguration.class)
@TestPropertySource(
        properties = {
            "spring.datasource.url=test",
            "ent.mode=essai",
            "ent.documents.rangement.dossier=target/documents/${random.uuid}",
            "ent.secret=" + EntTest.SECRET
        })
@TestExecutionListeners(
        listeners = CopieParClasse.class,
        mergeMode = TestExecutionListeners.MergeMode.MERGE_WITH_DEFAULTS)
public @interface ModuleTest {

    @AliasFor(annotation = ApplicationModuleTest.class, attribute = "mode")
    BootstrapMode mode() default BootstrapMode.ALL_DEPENDENCIES;

    @AliasFor(annotation = ApplicationModuleTest.class, attribute = "webEnvironment")
    WebEnvironment web() default WebEnvironment.NONE;
}
