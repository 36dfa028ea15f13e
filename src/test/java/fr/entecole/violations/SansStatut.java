package fr.entecole.violations;

import static org.assertj.core.api.Assertions.assertThat;

import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Tests that never know whether their page was there, and two that do, for the test of the tests.
class SansStatut {

    private final MockMvcTester mvc;

    SansStatut(MockMvcTester mvc) {
        this.mvc = mvc;
    }

    void looksAtNothing() {
        page("/");
        assertThat(page("/connexion")).hasStatusOk();
    }

    void countsWhatAnErrorCosts() {
        Runnable work = () -> mvc.get().uri("/comptes/chartes/ecoles/1").exchange();
        work.run();
    }

    void readsWordsAlone() {
        assertThat(mvc.get().uri("/")).bodyText().doesNotContain("Inès");
    }

    void readsWordsOfAPageAlone() {
        assertThat(page("/")).bodyText().doesNotContain("Inès");
    }

    void readsTheStatus() {
        assertThat(mvc.get().uri("/")).hasStatus(303);
        assertThat(words(page("/"))).isEmpty();
    }

    void readsTheStatusByAnotherHand() {
        assertThat(words(page("/"))).isEmpty();
    }

    private MvcTestResult page(String path) {
        return mvc.get().uri(path).exchange();
    }

    private static String words(MvcTestResult answer) {
        assertThat(answer).hasStatusOk();
        return answer.getResponse().getForwardedUrl() + "";
    }
}
