package fr.entecole.liaison.ecriture;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.destinataires.Champ;
import fr.entecole.comptes.destinataires.Choix;
import fr.entecole.comptes.destinataires.Selection;
import fr.entecole.documents.Documents;
import fr.entecole.liaison.Champs;
import fr.entecole.liaison.Encart;
import fr.entecole.liaison.GenreDeMot;
import fr.entecole.liaison.Genres;
import fr.entecole.liaison.MotAccess;
import fr.entecole.liaison.ecriture.Reprise.Garde;
import fr.entecole.redaction.Brouillon;
import fr.entecole.redaction.Brouillons;
import fr.entecole.redaction.Clarte;
import fr.entecole.socle.Gabarits;
import fr.entecole.socle.Page;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.web.Erreurs;
import fr.entecole.surete.PageDePause;
import gg.jte.Content;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/// The page on which a mot is written: begun, gone on with from a draft, or come back with what was typed.
@Component
class PageDEcriture {

    private static final String AVERTI = "averti";

    private final Selection selection;
    private final RemiseDesMots remise;
    private final Brouillons brouillons;
    private final Documents documents;
    private final Etiquettes etiquettes;
    private final Genres genres;
    private final Gabarits gabarits;
    private final PageDePause pause;

    PageDEcriture(
            Selection selection,
            RemiseDesMots remise,
            Brouillons brouillons,
            Documents documents,
            Etiquettes etiquettes,
            Genres genres,
            Gabarits gabarits,
            PageDePause pause) {
        this.pause = pause;
        this.selection = selection;
        this.remise = remise;
        this.brouillons = brouillons;
        this.documents = documents;
        this.etiquettes = etiquettes;
        this.genres = genres;
        this.gabarits = gabarits;
    }

    /// Instead of the form while nothing of theirs leaves, with what they had begun.
    Optional<ModelAndView> paused(Page page, Utilisateur utilisateur) {
        if (!pause.holds(utilisateur)) {
            return Optional.empty();
        }
        var brouillon = brouillons.of(utilisateur, Publication.NOUVEAU).orElse(null);
        return brouillon == null
                ? pause.instead(page, utilisateur)
                : pause.instead(page, utilisateur, brouillon.champ("titre", ""), brouillon.champ("texte", ""));
    }

    /// As [PageDePause#checkTakingBack].
    void checkTakingBack(Utilisateur utilisateur) {
        pause.checkTakingBack(utilisateur);
    }

    /// With the draft, if there is one.
    ///
    /// @param genre empty: that of the draft, else a plain mot
    ModelAndView begin(Page page, Utilisateur utilisateur, String genre) {
        var brouillon = brouillons.of(utilisateur, Publication.NOUVEAU).orElse(null);
        if (brouillon == null) {
            var form = MotForm.forThese(selection.preset(utilisateur, Champ.FAMILLES), genres.of(genre));
            return show(page, utilisateur, form, List.of(), Champs.VIDES, form.genre(), null, List.of());
        }
        var champs = Reprise.of(brouillon);
        var sent = genres.of(champs.one("genre"));
        var shown = genre.isEmpty() ? sent : genres.of(genre);
        var form = MotForm.forThese(selection.preset(utilisateur, Champ.FAMILLES), shown)
                .orDraft(brouillon)
                .of(shown);
        var still = selection.still(utilisateur, Champ.FAMILLES, form.pour());
        var depots = Reprise.depots(champs);
        List<String> perdus = new ArrayList<>();
        if (still.size() < form.pour().size()) {
            perdus.add(
                    t(
                            "Vous ne pouvez plus écrire à certaines des familles choisies\u00a0: relisez pour qui est ce mot."));
        }
        if (documents.uploads(utilisateur, depots).size() < depots.size()) {
            perdus.add(t("Un fichier que vous aviez joint n’est plus là\u00a0: joignez-le de nouveau."));
        }
        return show(page, utilisateur, form.pour(still), depots, champs, sent.code(), brouillon, perdus);
    }

    /// A form that comes back has what was just typed.
    ModelAndView again(Page page, Utilisateur utilisateur, MotForm sent, List<UUID> depots, Champs champs) {
        var vers = champs.one("vers");
        var shown = genres.of(vers.isEmpty() ? sent.genre() : vers);
        var brouillon = brouillons.of(utilisateur, Publication.NOUVEAU).orElse(null);
        var was = genres.of(sent.genre()).code();
        return show(page, utilisateur, sent.of(shown), depots, champs, was, sent.over(brouillon), null);
    }

    /// @param sent kind of the form that has these fields
    /// @param perdus what a draft could not bring back; null where it is no draft that is shown
    private ModelAndView show(
            Page page,
            Utilisateur utilisateur,
            MotForm form,
            List<UUID> depots,
            Champs champs,
            String sent,
            @Nullable Brouillon brouillon,
            @Nullable List<String> perdus) {
        var genre = genres.of(form.genre());
        var kept = Reprise.kept(champs, sent, genre.code());
        var parametres = before(page, utilisateur, form);
        parametres.put("brouillon", brouillon);
        parametres.put("perdus", perdus);
        parametres.put("sansPersonne", !MotAccess.of(utilisateur).publishesSomewhere());
        parametres.put("deja", documents.uploads(utilisateur, depots));
        parametres.put("genre", genre);
        parametres.put("genres", genres.all());
        parametres.put("gardes", kept);
        parametres.put("gardees", names(Reprise.genres(filled(kept))));
        parametres.put("motif", champs.one("motif"));
        parametres.put("conseils", form.rereads() ? Clarte.hints(form.redige().brut()) : null);
        parametres.put(AVERTI, counsel(genre, Reprise.shown(champs, genre.code()), choix(parametres)));
        parametres.put("champs", contents(page, genre.fields(Reprise.shown(champs, genre.code()), page.aujourdhui())));
        return page.titled(t("Un mot aux familles")).view("liaison/ecriture/nouveau", parametres);
    }

    private static Choix choix(Map<String, Object> before) {
        return (Choix) Objects.requireNonNull(before.get("choix"));
    }

    private static String counsel(GenreDeMot genre, Champs champs, Choix choix) {
        return counsels(genre, champs, choix).entries().stream()
                .map(Map.Entry::getValue)
                .collect(Collectors.joining(" "));
    }

    private static Erreurs counsels(GenreDeMot genre, Champs champs, Choix choix) {
        var conseils = new Erreurs();
        genre.counsel(champs, choix.comptage().enfants(), choix.comptage().responsables(), conseils);
        return conseils;
    }

    /// What its kind counsels, once: a form that has said it already, or that is sent without its page, goes.
    void warn(Utilisateur utilisateur, MotForm form, Champs champs, Erreurs erreurs) {
        if (!champs.valeurs().containsKey(AVERTI)) {
            return;
        }
        var genre = genres.of(form.genre());
        var choix = selection.read(utilisateur, Champ.FAMILLES, form.pour(), "");
        if (!counsel(genre, champs, choix).equals(champs.one(AVERTI))) {
            counsels(genre, champs, choix).entries().forEach(e -> erreurs.add(e.getKey(), e.getValue()));
        }
    }

    private List<Garde> filled(List<Garde> kept) {
        return kept.stream()
                .filter(garde -> !genres.of(garde.genre()).proposes(garde.champ(), garde.valeur()))
                .toList();
    }

    private String names(Set<String> codes) {
        return genres.all().stream()
                .filter(genre -> codes.contains(genre.code()))
                .map(GenreDeMot::nom)
                .reduce((a, b) -> a + t(", ") + b)
                .orElse("");
    }

    /// What the label and the button say of this day and of these people.
    Map<String, Object> before(Page page, Utilisateur utilisateur, MotForm form) {
        var choix = selection.read(utilisateur, Champ.FAMILLES, form.pour(), form.cherche());
        Map<String, Object> parametres = new HashMap<>(Map.of("form", form, "choix", choix));
        parametres.put("refus", form.refusDuJour(page.aujourdhui()).orElse(""));
        parametres.put("presse", MotAccess.of(utilisateur).hurries(choix.publics()));
        etiquette(page, form, choix).ifPresent(etiquette -> parametres.put("etiquette", etiquette));
        return parametres;
    }

    private Optional<Etiquettes.Etiquette> etiquette(Page page, MotForm form, Choix choix) {
        var today = page.aujourdhui();
        var visible = form.refusDuJour(today).isPresent() ? null : delivery(choix.publics(), form);
        return Optional.ofNullable(visible)
                .map(instant -> etiquettes.of(choix, instant, form.plusTard().orElse(null), today));
    }

    @Nullable
    Instant delivery(List<Public> publics, MotForm form) {
        return publics.isEmpty()
                ? null
                : remise.of(publics.getFirst().ecoleId(), form.plusTard().orElse(null))
                        .orElse(null);
    }

    private List<Content> contents(Page page, List<Encart> encarts) {
        return encarts.stream()
                .map(encart -> {
                    Map<String, Object> of = new HashMap<>(encart.parametres());
                    of.put("page", page);
                    return gabarits.part(encart.gabarit(), of);
                })
                .toList();
    }
}
