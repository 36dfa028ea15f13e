package fr.entecole.annuaire.aaf.validation;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.aaf.Sorte;
import fr.entecole.annuaire.aaf.lecture.Enregistrement;
import fr.entecole.annuaire.aaf.lecture.Lecture;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Turns each record into rows of the staging tables: columns by [Champs], compound values by [Decoupage]. A record
/// without what it cannot do without is refused, and still counts as seen: its person is not declared gone.
public final class Validation implements Lecture.Versement {

    private static final int ID_MAX = 64;

    private final Depot depot;
    private final Signalements signalements;
    private final Map<Sorte, Set<String>> connus = new EnumMap<>(Sorte.class);
    private final Map<Sorte, Long> lus = new EnumMap<>(Sorte.class);
    private final AutreAcademie autreAcademie;

    public Validation(Depot depot, Signalements signalements, AutreAcademie autreAcademie) {
        this.depot = depot;
        this.signalements = signalements;
        this.autreAcademie = autreAcademie;
        signalements.keepIn(depot.table("s_signalement"));
        for (var sorte : Sorte.values()) {
            connus.put(sorte, new HashSet<>(Champs.known(sorte)));
        }
    }

    public long read(Sorte sorte) {
        return lus.getOrDefault(sorte, 0L);
    }

    static String truncated(String attribut) {
        return t("Une valeur de {0} est tronquée : elle est ignorée.", attribut);
    }

    @Override
    public void announced(String fichier, String academie) {
        autreAcademie.checkAnnounced(fichier, academie);
    }

    @Override
    public void accept(Sorte sorte, String fichier, long seq, Enregistrement lu) {
        lus.merge(sorte, 1L, Long::sum);
        signalements.about(sorte);
        checkNames(sorte, lu);
        var e = identified(sorte, seq, lu);
        if (e == null) {
            return;
        }
        if (e.operation() == Enregistrement.Operation.DELETE) {
            stageMark(sorte, seq, 'D', e.id());
            return;
        }
        if (sorte == Sorte.STRUCTURE) {
            autreAcademie.check(fichier, e);
        }
        var valeurs = new ArrayList<@Nullable String>();
        long liste = 0;
        int bit = 0;
        for (var champ : Champs.of(sorte)) {
            var listed = e.lists(champ.attribut());
            // Unlisted by a modification too: of an unknown person it makes a whole row, of a known one it is not
            // looked at.
            var valeur = champ.lecture().read(e, champ.attribut(), signalements);
            if (champ.requis() && listed && valeur == null) {
                signalements.refuse(
                        sorte, e.id(), t("{0} manque ou est impossible : enregistrement refusé.", champ.attribut()));
                stageMark(sorte, seq, 'R', e.id());
                return;
            }
            liste |= listed ? 1L << bit : 0;
            bit++;
            valeurs.add(valeur);
        }
        if (sorte == Sorte.PERSONNEL
                && e.lists("ENTPersonFonctions")
                && e.values("ENTPersonFonctions").isEmpty()) {
            signalements.refuse(
                    sorte, e.id(), t("{0} manque ou est impossible : enregistrement refusé.", "ENTPersonFonctions"));
            stageMark(sorte, seq, 'R', e.id());
            return;
        }
        liste |= sideBits(sorte, e);
        var ligne = depot.table(sorte.table)
                .add(seq)
                .add(e.operation() == Enregistrement.Operation.ADD ? "A" : "M")
                .add(liste)
                .add(e.id());
        valeurs.forEach(ligne::add);
        ligne.end();
        stageSides(sorte, seq, e);
    }

    /// Whom the record is about: its id, else its jointure. Where they are two people's it is neither's, and both are
    /// seen.
    private @Nullable Enregistrement identified(Sorte sorte, long seq, Enregistrement e) {
        var jointure = e.first(sorte == Sorte.STRUCTURE ? "ENTStructureJointure" : "ENTPersonJointure");
        if (jointure == null || !identifies(jointure) || jointure.equals(e.id())) {
            if (identifies(e.id())) {
                return e;
            }
            signalements.refuse(
                    sorte,
                    e.id().substring(0, Math.min(ID_MAX, e.id().length())),
                    t("Identifiant absent ou trop long."));
            return null;
        }
        if (identifies(e.id())) {
            signalements.refuse(
                    sorte, e.id(), t("L’identifiant et la jointure ne disent pas la même personne : refusé."));
            stageMark(sorte, seq, 'R', e.id());
            stageMark(sorte, seq, 'R', jointure);
            return null;
        }
        signalements.warn(
                "identifiant-absent", t("L’identifiant manque ou est trop long : la jointure le remplace."), jointure);
        return new Enregistrement(e.operation(), jointure, e.attributs());
    }

    private static boolean identifies(String id) {
        return !id.isEmpty() && id.length() <= ID_MAX;
    }

    /// Bits of the attributes that go to side tables: 50 links or functions, 51 classes or direction, 52 groups.
    private static long sideBits(Sorte sorte, Enregistrement e) {
        return switch (sorte) {
            case ELEVE ->
                (e.lists("ENTEleveAutoriteParentale") ? 1L << 50 : 0)
                        | (e.lists("ENTPersonClasses") ? 1L << 51 : 0)
                        | (e.lists("ENTPersonGroupes") ? 1L << 52 : 0);
            case PERSONNEL ->
                (e.lists("ENTPersonFonctions") ? 1L << 50 : 0) | (e.lists("ENTEnsFonctionDir") ? 1L << 51 : 0);
            case STRUCTURE, RESPONSABLE -> 0;
        };
    }

    private void checkNames(Sorte sorte, Enregistrement e) {
        for (var nom : e.attributs().keySet()) {
            if (!connus.getOrDefault(sorte, Set.of()).contains(nom)) {
                signalements.unknownAttribute(nom);
            }
        }
    }

    private void stageMark(Sorte sorte, long seq, char op, String id) {
        var ligne =
                depot.table(sorte.table).add(seq).add(String.valueOf(op)).add(0).add(id);
        Champs.of(sorte).forEach(_ -> ligne.add((String) null));
        ligne.end();
    }

    private void stageSides(Sorte sorte, long seq, Enregistrement e) {
        switch (sorte) {
            case ELEVE -> {
                classes(seq, e);
                groups(seq, e);
                links(seq, e);
            }
            case PERSONNEL -> functions(seq, e);
            case STRUCTURE, RESPONSABLE -> {}
        }
    }

    private void classes(long seq, Enregistrement e) {
        Map<String, String> entrees = days(e, "ENTEleveDateEntreeClasses");
        Map<String, String> sorties = days(e, "ENTEleveDateSortieClasses");
        boolean listeEntrees = e.lists("ENTEleveDateEntreeClasses");
        boolean listeSorties = e.lists("ENTEleveDateSortieClasses");
        for (var parts : parts(e, "ENTPersonClasses", 5)) {
            depot.table("s_classe")
                    .add(seq)
                    .add(parts.getFirst())
                    .add(parts.get(3))
                    .add(parts.get(4))
                    .add(entrees.get(parts.get(3)))
                    .add(sorties.get(parts.get(3)))
                    .add(listeEntrees)
                    .add(listeSorties)
                    .end();
        }
        if (!e.lists("ENTPersonClasses") && (listeEntrees || listeSorties)) {
            // A row without class says what is listed, for the classes of which it gives no date.
            var classes = new LinkedHashSet<>(entrees.keySet());
            classes.addAll(sorties.keySet());
            classes.add("");
            classes.forEach(classe -> depot.table("s_date_classe")
                    .add(seq)
                    .add(classe)
                    .add(entrees.get(classe))
                    .add(sorties.get(classe))
                    .add(listeEntrees)
                    .add(listeSorties)
                    .end());
        }
    }

    private Map<String, String> days(Enregistrement e, String attribut) {
        if (e.values(attribut).isEmpty()) {
            return Map.of();
        }
        Map<String, String> jours = new HashMap<>();
        for (var parts : parts(e, attribut, 3)) {
            var jour = Decoupage.date(parts.get(1));
            if (jour.isPresent()) {
                jours.put(parts.get(2), jour.get().toString());
            } else {
                signalements.warn(
                        "date-impossible",
                        attribut,
                        t("La date {0} est impossible : elle est ignorée.", attribut),
                        e.id());
            }
        }
        return jours;
    }

    private void groups(long seq, Enregistrement e) {
        for (var parts : parts(e, "ENTPersonGroupes", 5)) {
            depot.table("s_groupe")
                    .add(seq)
                    .add(parts.getFirst())
                    .add(parts.get(3))
                    .add(parts.get(4))
                    .end();
        }
    }

    private void links(long seq, Enregistrement e) {
        if (e.lists("ENTEleveAutoriteParentale")
                && e.values("ENTEleveAutoriteParentale").isEmpty()) {
            signalements.warn(
                    "sans-responsable",
                    "ENTEleveAutoriteParentale",
                    t("L’élève n’a aucun responsable dans l’envoi."),
                    e.id());
        }
        long n = 0;
        for (var parts : parts(e, "ENTEleveAutoriteParentale", 2)) {
            depot.table("s_lien")
                    .add(seq)
                    .add(n++)
                    .add(parts.getFirst())
                    .add(parts.get(1))
                    .end();
        }
    }

    private void functions(long seq, Enregistrement e) {
        Map<String, List<List<String>>> parStructure = new LinkedHashMap<>();
        for (var parts : parts(e, "ENTPersonFonctions", 5)) {
            parStructure
                    .computeIfAbsent(parts.getFirst(), _ -> new ArrayList<>())
                    .add(parts);
        }
        for (var structure : e.values("ENTEnsFonctionDir")) {
            if (Lectures.within(Lectures.CLE_MAX, structure, e, "ENTEnsFonctionDir", signalements) == null) {
                continue;
            }
            depot.table("s_direction").add(seq).add(structure).end();
        }
        long n = 0;
        for (var fonctions : parStructure.values()) {
            boolean nommee =
                    e.values("ENTEnsFonctionDir").contains(fonctions.getFirst().getFirst());
            boolean dite = fonctions.stream().anyMatch(Validation::directs);
            for (var parts : fonctions) {
                var ligne = depot.table("s_fonction").add(seq).add(n++);
                parts.forEach(ligne::add);
                ligne.add(directs(parts) || (nommee && !dite)).end();
            }
        }
    }

    private static boolean directs(List<String> fonction) {
        return fonction.get(3).equals("D0000") || fonction.get(4).equals("DIRECTION");
    }

    private List<List<String>> parts(Enregistrement e, String attribut, int nombre) {
        var valeurs = e.values(attribut);
        if (valeurs.isEmpty()) {
            return List.of();
        }
        List<List<String>> decoupees = new ArrayList<>(valeurs.size());
        for (var valeur : valeurs) {
            var parts =
                    Decoupage.split(valeur, nombre).filter(p -> !p.getFirst().isEmpty());
            if (parts.isEmpty()) {
                signalements.warn("valeur-tronquee", attribut, truncated(attribut), e.id());
            } else if (isWithin(parts.get(), e, attribut)) {
                decoupees.add(parts.get());
            }
        }
        return decoupees;
    }

    /// Ids and codes are looked up, hence short; of five parts, the third and the last are labels.
    private boolean isWithin(List<String> parts, Enregistrement e, String attribut) {
        for (int i = 0; i < parts.size(); i++) {
            boolean label = parts.size() == 5 && (i == 2 || i == 4);
            int max = label ? Lectures.TEXTE_MAX : Lectures.CLE_MAX;
            if (Lectures.within(max, parts.get(i), e, attribut, signalements) == null) {
                return false;
            }
        }
        return true;
    }
}
