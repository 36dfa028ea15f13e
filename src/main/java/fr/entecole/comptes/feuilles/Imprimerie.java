package fr.entecole.comptes.feuilles;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.comptes.feuilles.FileDImpression.Attend;
import fr.entecole.comptes.feuilles.FileDImpression.EnCours;
import fr.entecole.comptes.feuilles.FileDImpression.Tour;
import fr.entecole.comptes.impression.Impression;
import fr.entecole.socle.Page;
import fr.entecole.socle.langue.Langue;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.ModelAndView;

/// Where sheets are printed: each account in its turn, in French, with codes that are good once the file is whole.
@Component
class Imprimerie {

    private final FileDImpression file;
    private final Impression impression;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Imprimerie(FileDImpression file, Impression impression, TransactionTemplate transaction, Clock clock) {
        this.file = file;
        this.impression = impression;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// @param champs what the form sends again when its turn has not come
    /// @param travail opens the printing with [#open], or says where to go when there is nothing to print
    /// @return null once the file has gone
    @Nullable
    ModelAndView print(Page page, Map<String, String> champs, HttpServletResponse response, Travail travail)
            throws IOException {
        var compte = Objects.requireNonNull(page.utilisateur()).compteId();
        return switch (file.take(compte)) {
            case Tour tour -> {
                try (tour) {
                    yield Langue.FRANCAIS.call(travail::run);
                }
            }
            case Attend(var rang) -> wait(page, champs, response, rang);
            case EnCours _ -> wait(page, champs, response, 0);
        };
    }

    LotDeFeuilles open(HttpServletResponse response) throws IOException {
        return new LotDeFeuilles(impression.open(response, LocalDate.now(clock)), transaction);
    }

    private static ModelAndView wait(Page page, Map<String, String> champs, HttpServletResponse response, int rang) {
        response.setHeader(HttpHeaders.RETRY_AFTER, "30");
        var view = page.titled(t("Impression en attente"))
                .view("comptes/feuilles/attente", Map.of("rang", rang, "champs", champs));
        view.setStatus(HttpStatus.SERVICE_UNAVAILABLE);
        return view;
    }

    interface Travail {

        @Nullable
        ModelAndView run() throws IOException;
    }
}
