package fr.entecole.comptes.portes;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.declarations.OngletsAnnuaire;
import fr.entecole.comptes.ActeComptes;
import fr.entecole.comptes.Hachage;
import fr.entecole.comptes.appareils.ClasseOuverte;
import fr.entecole.comptes.appareils.ClassesOuvertes;
import fr.entecole.journal.Journal;
import fr.entecole.journal.Journal.Fait;
import fr.entecole.socle.Installation;
import fr.entecole.socle.Ouvert;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.SousOnglet;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Adresse;
import fr.entecole.socle.web.Erreurs;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.LocalTime;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Closes an open class: on its device with the password of who opened it, or with the code that stands on that
/// person's own page; from that page, in one touch. Wrong tries are slowed, whoever makes them, and never slow that
/// person's own door.
@Ouvert
@Controller
class FermetureController {

    private final ClassesOuvertes ouvertes;
    private final Entree entree;
    private final Frein frein;
    private final Hachage hachage;
    private final JdbcClient jdbc;
    private final Journal journal;
    private final Installation installation;
    private final Clock clock;

    FermetureController(
            ClassesOuvertes ouvertes,
            Entree entree,
            Frein frein,
            Hachage hachage,
            JdbcClient jdbc,
            Journal journal,
            Installation installation,
            Clock clock) {
        this.ouvertes = ouvertes;
        this.entree = entree;
        this.frein = frein;
        this.hachage = hachage;
        this.jdbc = jdbc;
        this.journal = journal;
        this.installation = installation;
        this.clock = clock;
    }

    @GetMapping("/classe/fermeture")
    ModelAndView ask(Page page, HttpServletRequest request) {
        var ouverte = ClasseOuverte.of(request);
        if (ouverte == null || page.utilisateur() != null) {
            return Adresse.go("/classe");
        }
        return ask(page, ouverte);
    }

    @PostMapping("/classe/fermeture")
    ModelAndView close(
            Page page,
            @RequestParam(defaultValue = "") String secret,
            HttpServletRequest request,
            HttpServletResponse response) {
        var ouverte = ClasseOuverte.of(request);
        if (ouverte == null || page.utilisateur() != null) {
            return Adresse.go("/classe");
        }
        var refusal = refusal(ouverte, secret.strip());
        if (refusal.isPresent()) {
            var refus = refusal.get();
            return ask(page.with(Erreurs.of("secret", refus.phrase()), refus.statut()), ouverte);
        }
        entree.closeClasse(request, response);
        return Adresse.go("/classe/fermee");
    }

    @GetMapping("/classe/fermee")
    ModelAndView closed(Page page) {
        return page.titled(t("La classe est fermée")).view("comptes/portes/classe-fermee", Map.of());
    }

    /// From the teacher's own page, wherever the devices are.
    @Pour({Profil.ENSEIGNANT, Profil.DIRECTEUR})
    @SousOnglet(OngletsAnnuaire.CLASSE)
    @PostMapping("/classe/ouverture/fermeture")
    ModelAndView closeFromAfar(Utilisateur utilisateur, @RequestParam UUID classe) {
        if (ouvertes.close(utilisateur.compteId(), classe)) {
            journal.record(Fait.of(ActeComptes.CLASSE_FERMEE, classe)
                    .by(utilisateur.compteId())
                    .inEcoles(utilisateur.ecoles()));
        }
        return Adresse.go("/classe/ouverture");
    }

    private ModelAndView ask(Page page, ClasseOuverte ouverte) {
        return page.titled(t("Fermer la classe"))
                .view(
                        "comptes/portes/classe-fermeture",
                        Map.of(
                                "code",
                                installation.demonstration() ? ouvertes.code(ouverte) : "",
                                "fin",
                                LocalTime.ofInstant(ouverte.fin(), clock.getZone())));
    }

    /// A try is counted before it is judged: many at once are no way round.
    private Optional<Portier.Refuse> refusal(ClasseOuverte ouverte, String secret) {
        if (secret.isEmpty()) {
            return Optional.of(wrong());
        }
        var quoi = ouverte.compte() + "\n" + ouverte.classe() + "\n" + ouverte.fin();
        var attente = frein.lookClosing(quoi);
        if (attente.isPositive()) {
            return Optional.of(Portier.slowed(attente));
        }
        frein.failClosing(quoi);
        if (same(secret, ouvertes.code(ouverte))) {
            return Optional.empty();
        }
        try {
            return hachage.inTurn(
                            () -> secret.length() <= Hachage.LONGEST && hachage.matches(secret, kept(ouverte.compte())))
                    ? Optional.empty()
                    : Optional.of(wrong());
        } catch (Hachage.TropDeMonde e) {
            return Optional.of(Portier.crowded());
        }
    }

    private static Portier.Refuse wrong() {
        return new Portier.Refuse(
                HttpStatus.UNPROCESSABLE_CONTENT.value(),
                t("Ce n’est ni votre mot de passe, ni le code de fermeture de cette classe."),
                java.time.Duration.ZERO);
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private @Nullable String kept(UUID compte) {
        return jdbc.sql("select mot_de_passe from comptes.compte where id = :id")
                .param("id", compte)
                .query((rs, _) -> Optional.ofNullable(rs.getString("mot_de_passe")))
                .optional()
                .flatMap(kept -> kept)
                .orElse(null);
    }
}
