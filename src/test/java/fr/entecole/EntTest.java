package fr.entecole;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.test.context.TestExecutionListeners;

/// A test of the whole application, on its own copy of the database: all such classes share one context and one server
/// port, so that pages are asked for through `MockMvcTester` and journeys through a browser alike.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = {EntEcole.class, BaseDeTestConfiguration.class, Rattrapage.Avant.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=test",
            "ent.composants=true",
            "ent.travaux.actif=false", // what is tested is done when a test asks
            "ent.documents.rangement.dossier=target/documents/${random.uuid}",
            "ent.region.nom=" + EntTest.REGION,
            "ent.secret=" + EntTest.SECRET,
            "ent.notifications.actif=false" // a test delivers by itself, when it says so
        })
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
@TestExecutionListeners(
        listeners = CopieParClasse.class,
        mergeMode = TestExecutionListeners.MergeMode.MERGE_WITH_DEFAULTS)
public @interface EntTest {

    /// The name that the region gives itself, as an operator sets it: no page knows another.
    String REGION = "Région académique d’essai";

    /// Of every application that tests share a base with.
    String SECRET = "un-secret-qui-ne-sert-qu-aux-tests-de-la-maison";
}
