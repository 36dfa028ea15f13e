package fr.entecole.portail;

import static fr.entecole.socle.Phrases.t;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.entecole.annuaire.Appellations;
import fr.entecole.comptes.ChoixDuCompte;
import fr.entecole.comptes.OngletsComptes;
import fr.entecole.comptes.Titulaires;
import fr.entecole.journal.Actes;
import fr.entecole.journal.Famille;
import fr.entecole.journal.Journal;
import fr.entecole.journal.LectureDuJournal;
import fr.entecole.journal.LectureDuJournal.Cle;
import fr.entecole.journal.LectureDuJournal.Demande;
import fr.entecole.socle.Dates;
import fr.entecole.socle.Page;
import fr.entecole.socle.Pour;
import fr.entecole.socle.Profil;
import fr.entecole.socle.SousOnglet;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Adresse;
import fr.entecole.socle.web.Erreurs;
import fr.entecole.socle.web.Introuvable;
import fr.entecole.socle.web.Tranche;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The journal as people read it: a head that of the schools they direct, the region all of it. Three statements:
/// the schools, a page of facts, the names; for a head, what they have chosen to read. ADR 0021.
@SousOnglet(OngletsComptes.COMPTES)
@Controller
class JournalController {

    private static final int LIGNES = 30;
    private static final String ENTREES = "journal-entrees";

    private final LectureDuJournal lecture;
    private final Appellations appellations;
    private final Titulaires titulaires;
    private final Journal journal;
    private final Actes actes;
    private final ChoixDuCompte choix;
    final Cache<String, Boolean> lus = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofHours(1))
            .maximumSize(10_000)
            .build();

    JournalController(
            LectureDuJournal lecture,
            Appellations appellations,
            Titulaires titulaires,
            Journal journal,
            Actes actes,
            ChoixDuCompte choix) {
        this.lecture = lecture;
        this.appellations = appellations;
        this.titulaires = titulaires;
        this.journal = journal;
        this.actes = actes;
        this.choix = choix;
    }

    @Pour({Profil.DIRECTEUR, Profil.ADMINISTRATEUR})
    @GetMapping("/journal")
    ModelAndView read(
            Page page,
            Utilisateur utilisateur,
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String ecole,
            @RequestParam(defaultValue = "") String famille,
            @RequestParam(defaultValue = "") String jour,
            @RequestParam(defaultValue = "") String avant) {
        boolean region = utilisateur.is(Profil.ADMINISTRATEUR);
        boolean toutes = region || choix.holds(utilisateur.compteId(), ENTREES);
        var ecoles = region ? Map.<UUID, String>of() : appellations.dirigeesPar(utilisateur.personneId());
        var day = Dates.typed(jour);
        var demande = new Demande(
                region ? null : chosen(ecole, ecoles),
                famille(famille),
                toutes,
                day.orElse(null),
                Cle.parse(avant).orElse(null));
        var found = Tranche.read(LIGNES, most -> lecture.read(demande, most), LectureDuJournal.Ligne::cle);
        trace(utilisateur, demande.ecoles());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        Map<String, Object> model = new HashMap<>();
        model.put(
                "lignes",
                found.map(shown -> LigneDuJournal.all(
                        shown,
                        actes,
                        titulaires,
                        region ? appellations::ecoles : _ -> ecoles,
                        region ? _ -> Map.of() : ids -> appellations.restrictions(ids, ecoles.keySet()),
                        region)));
        model.put("ecoles", ecoles);
        model.put("ecole", ecoles.size() > 1 ? ecole : "");
        model.put("familles", actes.familles());
        model.put("famille", demande.famille() == null ? "" : demande.famille().name());
        model.put("jour", jour);
        model.put("entrees", toutes);
        model.put("debut", demande.avant() == null);
        var erreur = jour.isEmpty() || day.isPresent() ? "" : t("Écrivez ce jour comme 25/11/2026.");
        return page.titled(t("Journal"))
                .with(Erreurs.of("jour", erreur), HttpStatus.OK.value())
                .view("portail/journal", model);
    }

    /// Whether this head reads entries and charters too, on whichever device, until they say otherwise.
    @Pour(Profil.DIRECTEUR)
    @PostMapping("/journal/entrees")
    ModelAndView choose(@RequestParam(defaultValue = "false") boolean lire, Utilisateur utilisateur) {
        if (lire) {
            choix.choose(utilisateur.compteId(), ENTREES);
        } else {
            choix.end(utilisateur.compteId(), ENTREES);
        }
        return Adresse.go("/journal");
    }

    /// One of the schools that this head directs, or all of them; another's is nowhere.
    private static Set<UUID> chosen(String ecole, Map<UUID, String> ecoles) {
        if (ecole.isEmpty()) {
            return ecoles.keySet();
        }
        return ecoles.keySet().stream()
                .filter(id -> id.toString().equals(ecole))
                .findFirst()
                .map(Set::of)
                .orElseThrow(Introuvable::new);
    }

    private static @Nullable Famille famille(String nom) {
        return Arrays.stream(Famille.values())
                .filter(famille -> famille.name().equals(nom))
                .findFirst()
                .orElse(null);
    }

    private void trace(Utilisateur utilisateur, @Nullable Set<UUID> ecoles) {
        var stay = utilisateur.compteId() + " " + ecoles;
        if (lus.asMap().putIfAbsent(stay, true) == null) {
            journal.record(Journal.Fait.of(ActePortail.JOURNAL_CONSULTE, utilisateur.compteId())
                    .by(utilisateur.compteId())
                    .inEcoles(ecoles == null ? Set.of() : ecoles));
        }
    }
}
