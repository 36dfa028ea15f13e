package fr.entecole.conventions.commune;

import static fr.entecole.socle.Phrases.t;

/// What the page of a convention says of what was just done there.
final class Faits {

    private Faits() {}

    /// @param fait word of the address; empty, or any other: nothing is said
    static String phrase(String fait) {
        return switch (fait) {
            case "declaree" ->
                t(
                        "C’est déclaré. Un courriel donne les codes des écoles et le lien de cette page. Relisez la convention, puis transmettez-la.");
            case "transmise" -> t("C’est transmis. Imprimez la convention, faites-la signer, puis déposez-la ici.");
            case "signee" -> t("La signature est notée, et le document gardé.");
            case "remplacee" -> t("Le nouveau document est gardé\u00a0; le précédent reste dans le dossier.");
            case "rendue" -> t("La convention est rendue à la commune, avec votre remarque.");
            case "acte" -> t("L’acte est déposé.");
            case "avenant" -> t("L’avenant est reçu. Imprimez-le, faites-le signer, puis déposez-le ici.");
            case "avenant-tard" ->
                t(
                        "L’avenant est reçu hors délai\u00a0: il est gardé dans le dossier, la liste et la facture de l’année ne changent pas. Il n’y a rien à signer.");
            case "etape" -> t("L’étape est notée.");
            case "conteste" -> t("Votre contestation est partie à la région académique.");
            case "change" ->
                t("La convention a changé pendant que vous lisiez. Rien n’a été fait\u00a0: voici où elle en est.");
            default -> "";
        };
    }
}
