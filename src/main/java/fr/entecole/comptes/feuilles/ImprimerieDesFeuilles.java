package fr.entecole.comptes.feuilles;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.comptes.impression.ImpressionDesCodes;
import fr.entecole.papier.Imprimerie;
import fr.entecole.papier.Imprimerie.Attente;
import fr.entecole.socle.Page;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.ModelAndView;

/// Where sheets are printed, with codes that are good once the file is whole.
@Component
class ImprimerieDesFeuilles {

    private final Imprimerie imprimerie;
    private final ImpressionDesCodes impression;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ImprimerieDesFeuilles(
            Imprimerie imprimerie, ImpressionDesCodes impression, TransactionTemplate transaction, Clock clock) {
        this.imprimerie = imprimerie;
        this.impression = impression;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// @param champs what the form sends again when its turn has not come
    /// @param travail opens the printing with [#open], or says where to go when there is nothing to print
    /// @return null once the file has gone
    @Nullable
    ModelAndView print(Page page, Map<String, String> champs, HttpServletResponse response, Imprimerie.Travail travail)
            throws IOException {
        var assurance = t("Aucun code n’a été créé. Les feuilles déjà remises servent toujours.");
        return imprimerie.print(
                page, new Attente(champs, assurance, "/comptes", t("Retour aux accès")), response, travail);
    }

    LotDeFeuilles open(HttpServletResponse response) throws IOException {
        var fichier = "feuilles-acces-" + LocalDate.now(clock);
        return new LotDeFeuilles(imprimerie.open(response, fichier), impression, transaction);
    }
}
