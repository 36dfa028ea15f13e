package fr.entecole.papier;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.papier.FileDImpression.Attend;
import fr.entecole.papier.FileDImpression.EnCours;
import fr.entecole.papier.FileDImpression.Tour;
import fr.entecole.socle.Page;
import fr.entecole.socle.langue.Langue;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/// Where rooms print: each account in its turn, in French, into one file that goes as it is made.
@Component
public class Imprimerie {

    private final FileDImpression file;
    private final Impression impression;

    Imprimerie(FileDImpression file, Impression impression) {
        this.file = file;
        this.impression = impression;
    }

    /// To be called by a route that is posted to: the page of who must wait (503, with `Retry-After`) sends the same
    /// form to the same address again.
    ///
    /// @param travail finds what is printed, opens the printing with [#open] and finishes it, or says where to go when
    ///     there is nothing to print; runs in French, when the turn has come
    /// @return null once the file has gone
    public @Nullable ModelAndView print(Page page, Attente attente, HttpServletResponse response, Travail travail)
            throws IOException {
        var compte = Objects.requireNonNull(page.utilisateur()).compteId();
        return switch (file.take(compte)) {
            case Tour tour -> {
                try (tour) {
                    yield Langue.FRANCAIS.call(travail::run);
                }
            }
            case Attend(var rang) -> wait(page, attente, response, rang);
            case EnCours _ -> wait(page, attente, response, 0);
        };
    }

    /// A printing that goes to whoever asked for it, from now on: the answer has begun, and is a file.
    ///
    /// @param fichier its name without extension, in ASCII, which says nothing of anyone: `feuilles-acces-2026-11-23`
    public Tirage open(HttpServletResponse response, String fichier) throws IOException {
        return Tirage.open(impression, response, fichier);
    }

    /// A part as a file, for a printing that goes with others into an archive; to be called when the turn has come.
    public byte[] file(Feuillet feuillet) throws IOException {
        return impression.set(feuillet);
    }

    private static ModelAndView wait(Page page, Attente attente, HttpServletResponse response, int rang) {
        response.setHeader(HttpHeaders.RETRY_AFTER, "30");
        var view = page.titled(t("Impression en attente"))
                .view("papier/attente", Map.of("rang", rang, "attente", attente));
        view.setStatus(HttpStatus.SERVICE_UNAVAILABLE);
        return view;
    }

    /// What the page says to who must wait for their turn.
    ///
    /// @param champs what the form sends again
    /// @param assurance what has not happened meanwhile, one sentence or two; empty where nothing could have
    /// @param adresse where one goes who leaves the queue
    /// @param retour the words of that link: « Retour aux accès »
    public record Attente(Map<String, String> champs, String assurance, String adresse, String retour) {

        public Attente {
            champs = Map.copyOf(champs);
        }
    }

    /// What prints, when the turn has come.
    @FunctionalInterface
    public interface Travail {

        /// @return null once the file has gone, else where to go
        @Nullable
        ModelAndView run() throws IOException;
    }
}
