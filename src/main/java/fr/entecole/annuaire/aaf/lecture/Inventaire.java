package fr.entecole.annuaire.aaf.lecture;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.aaf.Genre;
import fr.entecole.annuaire.aaf.LotRefuse;
import fr.entecole.annuaire.aaf.Sorte;
import fr.entecole.socle.Dates;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a delivery holds, before a single record is read: the files of each kind, in the order that settles "last seen
/// wins", what was passed over, and the kind and day of the batch.
public record Inventaire(
        List<Membre> membres,
        List<String> ignores,
        @Nullable Genre genre,
        @Nullable LocalDate date) {

    /// @param rang order among all files, by kind, then name
    public record Membre(NomDeFichier nom, Sorte sorte, int rang, Octets octets) {}

    private static final int FICHIERS_MAX = 10_000;
    private static final int NOMMES = 5;
    private static final int NOM_DIT = 200;

    private record Vu(NomDeFichier nom, Octets octets) {}

    public static Inventaire of(Livraison livraison) throws IOException {
        var tri = new Tri();
        livraison.each(tri);
        var vus = tri.vus;
        refuseSecondDegre(livraison, vus);
        refuseParts(tri.parties);
        if (vus.isEmpty()) {
            throw new LotRefuse(t(
                    "{0} ne contient aucun fichier AAF (…_EtabEducNat_0000.xml, …_Eleve_0000.xml, …) : vérifiez que"
                            + " c’est bien l’envoi, et qu’il est complet.",
                    livraison.nom()));
        }
        vus.sort(Comparator.comparing(
                        (Vu v) -> v.nom().chemin().substring(v.nom().chemin().lastIndexOf('/') + 1))
                .thenComparing(v -> v.nom().chemin()));
        List<Membre> membres = new ArrayList<>();
        for (var vu : vus) {
            if (vu.octets().taille() == 0) {
                throw new LotRefuse(t(
                        "Le fichier {0} est vide (zéro octet) : l’envoi est arrivé incomplet, redéposez-le.",
                        vu.nom().chemin()));
            }
            refuseIllisible(vu);
            membres.add(
                    new Membre(vu.nom(), Objects.requireNonNull(vu.nom().sorte()), membres.size() + 1, vu.octets()));
        }
        for (var sorte : Sorte.values()) {
            refuseGap(sorte, membres);
        }
        return new Inventaire(membres, tri.ignores, genre(livraison, membres), date(livraison, membres));
    }

    /// Each file of the delivery to its heap.
    private static final class Tri implements Livraison.Visite {

        private final List<Vu> vus = new ArrayList<>();
        private final List<String> ignores = new ArrayList<>();
        private final List<String> parties = new ArrayList<>();

        @Override
        public void member(String chemin, InputStream contenu) throws IOException {
            var nom = NomDeFichier.parse(chemin);
            if (nom.isPresent()) {
                vus.add(new Vu(nom.get(), Octets.read(contenu)));
            } else {
                (Etranger.looksLikeAPart(chemin) || Etranger.isAFeed(contenu) ? parties : ignores).add(chemin);
            }
            bound();
        }

        @Override
        public void passed(String chemin) {
            (Etranger.looksLikeAPart(chemin) ? parties : ignores).add(chemin);
            bound();
        }

        private void bound() {
            if (vus.size() + ignores.size() + parties.size() > FICHIERS_MAX) {
                throw new LotRefuse(t(
                        "L’envoi contient plus de {0, plural, one {# fichier} other {# fichiers}} : vérifiez que c’est bien un envoi de l’AAF.",
                        FICHIERS_MAX));
            }
        }
    }

    private static void refuseParts(List<String> parties) {
        if (!parties.isEmpty()) {
            throw new LotRefuse(t(
                    "Ce qui suit ressemble à une partie de l’envoi sans pouvoir être lu comme telle (nom changé, transfert"
                            + " inachevé, lien, dossier trop profond) : {0}. Ôtez-le s’il est de trop, sinon redéposez"
                            + " l’envoi entier.",
                    parties.stream()
                            .sorted()
                            .limit(NOMMES)
                            .map(nom -> nom.length() > NOM_DIT ? nom.substring(0, NOM_DIT) + "…" : nom)
                            .collect(Collectors.joining(", "))));
        }
    }

    private static void refuseSecondDegre(Livraison livraison, List<Vu> vus) {
        if (NomDeFichier.secondDegre(livraison.nom())) {
            throw new LotRefuse(t(
                    "L’envoi {0} porte le nom d’un envoi du second degré (ENT2D) : donnez l’envoi du premier degré (ENT1D).",
                    livraison.nom()));
        }
        for (var vu : vus) {
            if (vu.nom().sorte() == null || NomDeFichier.secondDegre(vu.nom().chemin())) {
                throw new LotRefuse(t(
                        "Le fichier {0} appartient au second degré (dialecte 2D) : donnez l’envoi du premier degré"
                                + " (ENT1D).",
                        vu.nom().chemin()));
            }
        }
    }

    private static void refuseIllisible(Vu vu) {
        var illisible = vu.octets().illisible();
        if (illisible != null) {
            throw new LotRefuse(t(
                    "Le fichier {0} n’est pas écrit dans l’encodage qu’il annonce, et rien ne dit lequel c’est : ligne"
                            + " {1}, l’octet 0x{2} ne se lit pas. Demandez que l’export soit refait en UTF-8, rien n’a"
                            + " été changé.",
                    vu.nom().chemin(), Integer.toString(illisible.ligne()), illisible.hexa()));
        }
    }

    private static void refuseGap(Sorte sorte, List<Membre> membres) {
        var numeros = new TreeSet<Integer>();
        for (var membre : membres) {
            int numero = membre.nom().numero();
            if (membre.sorte() == sorte && numero >= 0 && !numeros.add(numero)) {
                throw new LotRefuse(t(
                        "Deux fichiers {0} portent le numéro {1} ({2}) : donnez un seul envoi à la fois.",
                        sorte.categorie,
                        String.format("%04d", numero),
                        membre.nom().chemin()));
            }
        }
        int attendu = 0;
        for (int numero : numeros) {
            if (numero != attendu) {
                throw new LotRefuse(t(
                        "Il manque le fichier {0}_{1}.xml dans la suite des fichiers {0} : l’envoi est incomplet,"
                                + " redéposez-le.",
                        sorte.categorie, String.format("%04d", attendu)));
            }
            attendu++;
        }
    }

    private static @Nullable Genre genre(Livraison livraison, List<Membre> membres) {
        var dits = membres.stream()
                .map(m -> m.nom().genre())
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new));
        var nom = NomDeFichier.genreIn(livraison.nom());
        if (nom != null) {
            dits.add(nom);
        }
        if (dits.size() > 1) {
            throw new LotRefuse(t(
                    "L’envoi {0} mêle un complet et un delta : donnez-les l’un après l’autre, le complet d’abord.",
                    livraison.nom()));
        }
        return dits.isEmpty() ? null : dits.first();
    }

    private static @Nullable LocalDate date(Livraison livraison, List<Membre> membres) {
        var dits = membres.stream()
                .map(m -> m.nom().date())
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new));
        if (dits.size() > 1) {
            throw new LotRefuse(t(
                    "L’envoi {0} mêle des fichiers de deux dates ({1} et {2}) : donnez un seul envoi à la fois.",
                    livraison.nom(), Dates.words(dits.first()), Dates.words(dits.last())));
        }
        var nom = NomDeFichier.dateIn(livraison.nom());
        return nom != null ? nom : dits.isEmpty() ? null : dits.first();
    }
}
