// @ts-check

const TEXTE = '"Segoe UI", system-ui, -apple-system, Roboto, "Helvetica Neue", "Noto Sans", Arial, sans-serif';
const ENCRE = '#14242b';
const ACCENT = '#0b5a66';

/** Réglages d'apparence de Web Chat, accordés à page.css. */
export const styleOptions = {
  accent: ACCENT,
  primaryFont: TEXTE,
  backgroundColor: '#ffffff',
  subtle: '#4a5a61',
  timestampColor: '#4a5a61',
  paddingRegular: 12,
  bubbleBackground: '#f1f4f3',
  bubbleBorderColor: '#dfe5e3',
  bubbleBorderRadius: 10,
  bubbleTextColor: ENCRE,
  bubbleMaxWidth: 640,
  bubbleMinHeight: 0,
  bubbleFromUserBackground: ACCENT,
  bubbleFromUserBorderColor: ACCENT,
  bubbleFromUserBorderRadius: 10,
  bubbleFromUserTextColor: '#ffffff',
  markdownRespectCRLF: true,
  // Une réponse longue se lit par son début : le défilement s'arrête quand une page est pleine.
  autoScrollSnapOnPage: true,
  // Les questions liées sont longues : un bouton par ligne, avec tout leur texte.
  suggestedActionLayout: 'stacked',
  suggestedActionsStackedHeight: 190,
  suggestedActionsStackedOverflow: 'auto',
  suggestedActionsStackedLayoutButtonTextWrap: true,
  suggestedActionsStackedLayoutButtonMaxHeight: 92,
  suggestedActionBackgroundColor: '#ffffff',
  suggestedActionBorderColor: ACCENT,
  suggestedActionBorderRadius: 10,
  suggestedActionBorderWidth: 1,
  suggestedActionTextColor: ACCENT,
  suggestedActionHeight: 40,
  suggestedActionBackgroundColorOnHover: '#e8f1f1',
  suggestedActionBackgroundColorOnActive: '#d5e6e7',
  hideUploadButton: true,
  sendBoxHeight: 52,
  sendBoxBackground: '#ffffff',
  sendBoxTextColor: ENCRE,
  sendBoxPlaceholderColor: '#4a5a61',
  sendBoxButtonColor: ACCENT,
  sendBoxButtonColorOnFocus: ACCENT,
  sendBoxButtonColorOnHover: '#12343b',
  sendBoxBorderTop: 'solid 1px #d5d2c9',
  transcriptActivityVisualKeyboardIndicatorColor: '#b3541e',
  transcriptVisualKeyboardIndicatorColor: '#b3541e',
};

/** Réglages des cartes : mêmes police et couleurs. */
export const adaptiveCardsHostConfig = {
  fontFamily: TEXTE,
  factSet: {
    title: { weight: 'bolder', wrap: true, maxWidth: 150 },
    value: { wrap: true },
    spacing: 10,
  },
  actions: { actionsOrientation: 'horizontal', actionAlignment: 'left', buttonSpacing: 8, maxActions: 6 },
  containerStyles: {
    default: {
      foregroundColors: {
        default: { default: ENCRE, subtle: '#4a5a61' },
        accent: { default: ACCENT, subtle: ACCENT },
      },
    },
  },
};

/** @param {Record<string, string>} chaines */
export const overrideLocalizedStrings = (chaines) => ({
  ...chaines,
  TEXT_INPUT_PLACEHOLDER: 'Écrivez votre question…',
});
